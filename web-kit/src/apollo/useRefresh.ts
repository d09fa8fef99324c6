import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";

/**
 * Asks a page's query again in the background, after a live event or a lost connection. What stands on the screen
 * stays until the answer is in the cache, where every reader sees it; without an answer it stays as it is, for the
 * connection badge tells and the next catch-up asks again.
 */
export function useRefresh<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: NoInfer<TVariables>,
): () => void {
  const client = useApolloClient();
  return () => {
    const asked = client.query<TData, OperationVariables>({
      query: document as TypedDocumentNode<TData, OperationVariables>,
      variables,
      fetchPolicy: "network-only",
      errorPolicy: "ignore",
      // Joining a request that is on its way would miss what happened after it was answered.
      context: { queryDeduplication: false },
    });
    asked.catch(() => undefined);
  };
}
