import { BareNotFound } from "@kaidan/web-kit/app/RouteStates";
import type { RouteContext } from "@kaidan/web-kit/app/route-context";
import { createRootRouteWithContext, createRoute } from "@tanstack/react-router";
import { ShopLayout } from "./ShopLayout";
import { SignedIn } from "./SignedIn";

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    /** On a phone the page's own bar with its one deed stands where the tabs would be. */
    actionBar?: boolean;
  }
}

/** No frame: signing in and the like. */
export const rootRoute = createRootRouteWithContext<RouteContext>()({ notFoundComponent: BareNotFound });

/** The frame with search and tabs: pages anybody may see. */
export const shopRoute = createRoute({ getParentRoute: () => rootRoute, id: "shop", component: ShopLayout });

/** In the same frame, but asks who you are first: the customer's own pages. */
export const signedInRoute = createRoute({ getParentRoute: () => shopRoute, id: "signedIn", component: SignedIn });
