import type { RouteContext } from "@kaidan/web-kit/app/route-context";
import { createRootRouteWithContext, createRoute } from "@tanstack/react-router";
import { ShopLayout } from "./ShopLayout";
import { SignedIn } from "./SignedIn";

/** No frame: signing in and the like. */
export const rootRoute = createRootRouteWithContext<RouteContext>()();

/** The frame with search and tabs: pages anybody may see. */
export const shopRoute = createRoute({ getParentRoute: () => rootRoute, id: "shop", component: ShopLayout });

/** In the same frame, but asks who you are first: the customer's own pages. */
export const signedInRoute = createRoute({ getParentRoute: () => shopRoute, id: "signedIn", component: SignedIn });
