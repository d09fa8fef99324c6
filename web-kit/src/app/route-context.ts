import type { ApolloClient } from "@apollo/client";
import { createQueryPreloader, type PreloadQueryFunction } from "@apollo/client/react";

/** What every route's loader may use. */
export type RouteContext = {
  client: ApolloClient;
  /** Starts a page's query while its code is still loading; the page reads the result with `useReadQuery`. */
  preload: PreloadQueryFunction;
};

export function makeRouteContext(client: ApolloClient): RouteContext {
  return { client, preload: createQueryPreloader(client) };
}
