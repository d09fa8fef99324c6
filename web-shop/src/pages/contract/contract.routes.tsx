import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";
import { loadOrder } from "../../features/order/order-loader";

const contractRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/o/$orderId/contract",
  loader: ({ context, params }) => loadOrder(context, params.orderId),
  component: lazyPage(() => import("./ContractPage"), "ContractPage"),
});

export const contractRoutes = [contractRoute] as const;
