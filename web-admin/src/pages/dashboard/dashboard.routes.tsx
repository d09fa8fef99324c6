import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";

const dashboardRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/",
  component: lazyPage(() => import("./DashboardPage"), "DashboardPage"),
});

export const dashboardRoutes = [dashboardRoute] as const;
