import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";
import { loadOrder } from "../../features/order/order-loader";

const acceptRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/o/$orderId/accept/$ticketId",
  staticData: { actionBar: true },
  loader: ({ context, params }) => loadOrder(context, params.orderId),
  component: lazyPage(() => import("./AcceptPage"), "AcceptPage"),
});

export const acceptRoutes = [acceptRoute] as const;
