import type { RouteContext } from "@kaidan/web-kit/app/route-context";
import { createRootRouteWithContext, createRoute } from "@tanstack/react-router";
import { AdminLayout } from "./AdminLayout";

/** No frame: signing in and the like. */
export const rootRoute = createRootRouteWithContext<RouteContext>()();

/** The frame with the navigation; asks who you are first. */
export const signedInRoute = createRoute({ getParentRoute: () => rootRoute, id: "signedIn", component: AdminLayout });
