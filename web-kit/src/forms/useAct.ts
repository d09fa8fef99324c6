import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import { useLingui } from "@lingui/react";
import { useRef } from "react";
import { toast } from "../ui/Toasts";
import { describeFailure, type Refused, wordsForError } from "../vocabulary/error-words";

type Payload = { readonly userErrors: readonly Refused[] };

/**
 * A deed behind one button. `act` answers with the payload, or with undefined after it has told the person why not;
 * while `busy`, a second press does nothing. `onRefused` sees a refusal first; when it returns true it tells it itself.
 */
export function useAct<TData, TVariables extends OperationVariables, P extends Payload>(
  document: TypedDocumentNode<TData, TVariables>,
  payload: (data: TData) => P,
  onRefused?: (refused: Refused) => boolean | void,
): { act: (variables: TVariables) => Promise<P | undefined>; busy: boolean } {
  const { i18n } = useLingui();
  const running = useRef(false);
  const [mutate, { loading }] = useMutation(document as TypedDocumentNode<TData, OperationVariables>);

  async function act(variables: TVariables): Promise<P | undefined> {
    if (running.current) return undefined;
    running.current = true;
    try {
      const { data } = await mutate({ variables });
      if (!data) return undefined;
      const result = payload(data);
      const [refused] = result.userErrors;
      if (!refused) return result;
      if (onRefused?.(refused) !== true) toast.refused(wordsForError(i18n, refused));
    } catch (failure) {
      toast.refused(describeFailure(i18n, failure));
    } finally {
      running.current = false;
    }
    return undefined;
  }
  return { act, busy: loading };
}
