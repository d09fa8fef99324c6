import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";
import { loadOrder } from "../../features/order/order-loader";

const orderRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/o/$orderId",
  loader: ({ context, params }) => loadOrder(context, params.orderId),
  component: lazyPage(() => import("./OrderPage"), "OrderPage"),
});

export const orderRoutes = [orderRoute] as const;
