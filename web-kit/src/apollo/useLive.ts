import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useSubscription } from "@apollo/client/react";
import { useEffect, useEffectEvent, useState } from "react";
import { liveStatus } from "./live-status";

type LiveOptions<TData, TVariables extends OperationVariables> = {
  /** `afterSeq` is read once per watched thing; after that each subscription remembers the last `seq` it saw. */
  variables: TVariables;
  /** Wait until there is something to watch, e.g. the id is known. */
  skip?: boolean;
  /** Every event, after the cache has taken it in: for a toast or a sound, not for copying data. */
  onEvent?: (data: TData) => void;
  /** Called after every lost connection and every 15 s while there is none: ask the page's query again. */
  onCatchUp: () => void;
};

/**
 * The one door for live data, used once per page. Events update the cache, so what the page reads changes by itself.
 * Pass the `seq` the page read as `afterSeq`: nothing that happened since is missed, nor after a lost connection.
 */
export function useLive<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  { variables, skip = false, onEvent, onCatchUp }: LiveOptions<TData, TVariables>,
): void {
  const catchUp = useEffectEvent(onCatchUp);
  useEffect(() => (skip ? undefined : liveStatus.onCatchUp(() => catchUp())), [skip]);
  useSubscription<TData>(document as TypedDocumentNode<TData, OperationVariables>, {
    variables: useFirstVariables(variables, skip),
    skip,
    ignoreResults: true,
    onData: ({ data }) => {
      if (data.data) onEvent?.(data.data as TData);
    },
  });
}

/** A newer `afterSeq` alone is no reason to subscribe again. */
function useFirstVariables<TVariables extends OperationVariables>(variables: TVariables, skip: boolean): TVariables {
  const key = JSON.stringify({ ...variables, afterSeq: undefined, skip });
  const [held, setHeld] = useState({ key, variables });
  if (held.key === key) return held.variables;
  setHeld({ key, variables });
  return variables;
}
