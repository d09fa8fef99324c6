import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";
import { loadOrder } from "../../features/order/order-loader";

const reviewRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/o/$orderId/review",
  loader: ({ context, params }) => loadOrder(context, params.orderId),
  component: lazyPage(() => import("./ReviewPage"), "ReviewPage"),
});

export const reviewRoutes = [reviewRoute] as const;
