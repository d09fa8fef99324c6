import type { ApolloClient } from "@apollo/client";
import { routeStates } from "@kaidan/web-kit/app/RouteStates";
import { makeRouteContext } from "@kaidan/web-kit/app/route-context";
import { createRouter } from "@tanstack/react-router";
import { parsePlainSearch, stringifyPlainSearch } from "./plain-search";
import { routeTree } from "./routes";

/** The app's router below its base path, with the client in every loader's context. */
export function makeRouter(client: ApolloClient) {
  return createRouter({
    ...routeStates,
    routeTree,
    parseSearch: parsePlainSearch,
    stringifySearch: stringifyPlainSearch,
    basepath: import.meta.env.BASE_URL,
    context: makeRouteContext(client),
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
