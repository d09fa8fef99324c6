import type { OperationVariables } from "@apollo/client";
import { useApolloClient, useReadQuery } from "@apollo/client/react";
import { askAgain } from "./ask-again";
import type { PageQuery } from "./page-query";

/**
 * The query a route's loader has begun: its data, and two ways to ask again. Both leave the page as it stands until
 * the answer is in the cache, where every reader sees it, and answer undefined when there was none: the page stays as
 * it is, and the connection's badge tells.
 *
 * Apollo's own handlers of a preloaded query are not used: an answer lost on the way becomes the page's error, two
 * questions are joined into one answer that may be older than the second, and whether an answer is shown at all hangs
 * on the order in which a component calls the handlers' hook and the reading one.
 */
export function usePageQuery<TData, TVariables extends OperationVariables>(page: PageQuery<TData, TVariables>) {
  const client = useApolloClient();
  const { data } = useReadQuery(page.ref);
  const ask = (variables: OperationVariables) => askAgain(client, page.document, variables);
  return {
    data,
    /** Asks the page's query again. */
    refresh: () => ask(page.variables),
    /** Asks for the page of a list that comes after a cursor; the cache appends it. */
    loadMore: (after: string | null | undefined) => ask({ ...page.variables, after }),
  };
}
