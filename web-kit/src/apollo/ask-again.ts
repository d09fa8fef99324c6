import type { ApolloClient, OperationVariables, TypedDocumentNode } from "@apollo/client";

/**
 * Asks a query again and puts the answer into the cache, where every reader sees it. Undefined when there was no
 * answer: what stands on the screen stays, and the connection's badge tells.
 */
export async function askAgain<TData, TVariables extends OperationVariables>(
  client: ApolloClient,
  document: TypedDocumentNode<TData, TVariables>,
  variables: OperationVariables,
): Promise<TData | undefined> {
  try {
    const answer = await client.query<TData, OperationVariables>({
      query: document as TypedDocumentNode<TData, OperationVariables>,
      variables,
      fetchPolicy: "network-only",
      errorPolicy: "ignore",
      // Joining a request that is on its way would miss what happened after it was answered.
      context: { queryDeduplication: false },
    });
    return answer.data;
  } catch {
    return undefined;
  }
}
