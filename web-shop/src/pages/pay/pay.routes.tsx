import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";
import { loadOrder } from "../../features/order/order-loader";

const payRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/o/$orderId/pay/$instalmentId",
  loader: ({ context, params }) => loadOrder(context, params.orderId),
  component: lazyPage(() => import("./PayPage"), "PayPage"),
});

export const payRoutes = [payRoute] as const;
