import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useLingui } from "@lingui/react";
import { type BaseSyntheticEvent, useState } from "react";
import { type DefaultValues, type FieldPath, type FieldValues, type Resolver, useForm } from "react-hook-form";
import type { $ZodType } from "zod/v4/core";
import { describeFailure, type Refused, wordsForError } from "../vocabulary/error-words";
import { useIdempotencyKey } from "./useIdempotencyKey";

type Payload = { readonly userErrors: readonly Refused[] };

type FormOptions<
  TValues extends FieldValues,
  TChecked,
  TData,
  TVariables extends OperationVariables,
  P extends Payload,
> = {
  /** zod (or zod/mini) schema beside the form. */
  schema: $ZodType<TChecked, TValues>;
  defaultValues: DefaultValues<TValues>;
  document: TypedDocumentNode<TData, TVariables>;
  /** Puts the checked values into the mutation; `idempotencyKey` stays the same until the server has answered. */
  variables: (values: TChecked, idempotencyKey: string) => TVariables;
  payload: (data: TData) => P;
  /** Names the deed and the thing for the idempotency key, e.g. `review:${orderId}`. */
  name: string;
  /** After success, with the values sent; the payload has already updated the cache. */
  onDone: (payload: P, values: TChecked) => void | Promise<void>;
  /** Sees the payload of a refusal, e.g. the new price; return true to show no sentence for it. */
  onRefused?: (payload: P) => boolean | void;
};

/**
 * A form that does one mutation. Refusals land at their field, or in `alert` when they belong to none; a lost
 * connection keeps what was typed and says so. While `busy`, a second press does nothing.
 */
export function useMutationForm<
  TValues extends FieldValues,
  TChecked,
  TData,
  TVariables extends OperationVariables,
  P extends Payload,
>(options: FormOptions<TValues, TChecked, TData, TVariables, P>) {
  const { i18n } = useLingui();
  const [alert, setAlert] = useState<string>();
  const idempotency = useIdempotencyKey(options.name);
  const form = useForm<TValues, unknown, TChecked>({
    resolver: standardSchemaResolver(options.schema) as Resolver<TValues, unknown, TChecked>,
    defaultValues: options.defaultValues,
  });
  const [mutate] = useMutation(options.document as TypedDocumentNode<TData, OperationVariables>);

  function refuse(payload: P): void {
    if (options.onRefused?.(payload) === true) return;
    for (const error of payload.userErrors) {
      const words = wordsForError(i18n, error);
      const field = fieldOf(error, form.getValues());
      if (field) form.setError(field, { type: error.code, message: words }, { shouldFocus: true });
      else setAlert(words);
    }
  }

  async function send(values: TChecked): Promise<void> {
    setAlert(undefined);
    try {
      const { data } = await mutate({ variables: options.variables(values, idempotency.key()) });
      if (!data) return;
      idempotency.answered();
      const payload = options.payload(data);
      if (payload.userErrors.length > 0) refuse(payload);
      else await options.onDone(payload, values);
    } catch (failure) {
      setAlert(describeFailure(i18n, failure));
    }
  }

  return {
    form,
    alert,
    setAlert,
    busy: form.formState.isSubmitting,
    submit: (event?: BaseSyntheticEvent) => {
      if (form.formState.isSubmitting) {
        event?.preventDefault();
        return;
      }
      void form.handleSubmit(send)(event);
    },
  };
}

/** The server names a field by its path ("input.login" or "login"); it is ours when the form has it. */
function fieldOf<TValues extends FieldValues>(error: Refused, values: TValues): FieldPath<TValues> | undefined {
  const path = error.field?.replace(/^input\./, "").replace(/\[(\d+)\]/g, ".$1");
  const [head] = path?.split(".") ?? [];
  return head && head in values ? (path as FieldPath<TValues>) : undefined;
}
