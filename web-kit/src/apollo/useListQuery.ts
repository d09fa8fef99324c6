import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { NetworkStatus } from "@apollo/client";
import { useQuery } from "@apollo/client/react";

export type ListQuery<TData> = {
  /** The newest answer; while a changed filter is asked, the one before it, and none when that fails. */
  data: TData | undefined;
  error: Error | undefined;
  /** A changed filter or a repetition is on its way; what stands there is older. */
  stale: boolean;
  /** The next page is on its way. */
  loadingMore: boolean;
  /** Asks for the page after `endCursor`; the cache appends it. */
  loadMore: (endCursor: string | null | undefined) => void;
  refetch: () => void;
};

/** The query of a table: filters change without the table going blank, and pages are appended. */
export function useListQuery<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: NoInfer<TVariables>,
): ListQuery<TData> {
  const query = useQuery<TData>(document as TypedDocumentNode<TData, OperationVariables>, {
    variables,
    notifyOnNetworkStatusChange: true,
  });
  const newest = query.data as TData | undefined;
  const loadingMore = query.networkStatus === NetworkStatus.fetchMore;
  return {
    data: newest ?? (query.error ? undefined : query.previousData),
    error: query.error,
    stale: query.loading && !loadingMore && newest === undefined,
    loadingMore,
    loadMore: (endCursor) => void query.fetchMore({ variables: { after: endCursor } }),
    refetch: () => void query.refetch(),
  };
}
