import type { ApolloClient, OperationVariables, TypedDocumentNode, WatchQueryFetchPolicy } from "@apollo/client";
import { createQueryPreloader, type PreloadedQueryRef, type PreloadQueryFunction } from "@apollo/client/react";

/** A query that a route's loader has begun and its page reads, with what is needed to ask it again. */
export type PageQuery<TData, TVariables extends OperationVariables> = {
  readonly ref: PreloadedQueryRef<TData, TVariables>;
  readonly document: TypedDocumentNode<TData, TVariables>;
  readonly variables: TVariables;
};

type Options<TVariables> = {
  fetchPolicy?: Exclude<WatchQueryFetchPolicy, "cache-only" | "standby">;
} & (AllOptional<TVariables> extends true ? { variables?: TVariables } : { variables: TVariables });

/** A document without variables is generated with an index signature of `never`. */
type AllOptional<TVariables> = string extends keyof TVariables
  ? true
  : Partial<TVariables> extends TVariables
    ? true
    : false;

/** Starts a page's query while the page's code is still loading. */
export type Preload = <TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  ...options: AllOptional<TVariables> extends true ? [Options<NoInfer<TVariables>>?] : [Options<NoInfer<TVariables>>]
) => PageQuery<TData, TVariables>;

export function makePreload(client: ApolloClient): Preload {
  const preload: PreloadQueryFunction = createQueryPreloader(client);
  return <TData, TVariables extends OperationVariables>(
    document: TypedDocumentNode<TData, TVariables>,
    options: { fetchPolicy?: "cache-and-network"; variables?: TVariables } = {},
  ) => {
    const variables = options.variables ?? ({} as TVariables);
    return { ref: preload(document, { ...options, variables }), document, variables };
  };
}
