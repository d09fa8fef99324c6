import type { ApolloClient } from "@apollo/client";
import { makePreload, type Preload } from "../apollo/page-query";

/** What every route's loader may use. */
export type RouteContext = {
  client: ApolloClient;
  /** Starts a page's query while its code is still loading; the page reads the result with `usePageQuery`. */
  preload: Preload;
};

export function makeRouteContext(client: ApolloClient): RouteContext {
  return { client, preload: makePreload(client) };
}
