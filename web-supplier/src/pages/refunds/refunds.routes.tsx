import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";

const refundsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/refunds",
  component: lazyPage(() => import("./RefundsPage"), "RefundsPage"),
});

export const refundRoutes = [refundsRoute] as const;
