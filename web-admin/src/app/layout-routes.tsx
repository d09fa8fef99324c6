import { BareNotFound } from "@kaidan/web-kit/app/RouteStates";
import type { RouteContext } from "@kaidan/web-kit/app/route-context";
import { createRootRouteWithContext, createRoute } from "@tanstack/react-router";
import { AdminLayout } from "./AdminLayout";

/** No frame: signing in and the like. */
export const rootRoute = createRootRouteWithContext<RouteContext>()({ notFoundComponent: BareNotFound });

/** The frame with the navigation; asks who you are first. */
export const signedInRoute = createRoute({ getParentRoute: () => rootRoute, id: "signedIn", component: AdminLayout });
