import type { OperationVariables } from "@apollo/client";
import { type QueryRef, useQueryRefHandlers, useReadQuery } from "@apollo/client/react";
import { startTransition } from "react";

/**
 * The query a route's loader has begun: its data, and the way to ask again. Asking again keeps the page as it stands
 * until the answer is there, and answers with the new data.
 */
export function usePageQuery<TData, TVariables extends OperationVariables>(ref: QueryRef<TData, TVariables>) {
  // The order matters: read first, a refetched answer would be put back to the one before.
  const handlers = useQueryRefHandlers(ref);
  const { data } = useReadQuery(ref);
  async function refetch(): Promise<TData | undefined> {
    let asked: ReturnType<typeof handlers.refetch> | undefined;
    startTransition(() => {
      asked = handlers.refetch();
    });
    return (await asked)?.data;
  }
  return { data, refetch, fetchMore: handlers.fetchMore };
}
