import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { textParam } from "@kaidan/web-kit/app/search-params";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";
import { loadOrder } from "../../features/order/order-loader";

const orderRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/o/$orderId",
  // `focus=ticket:<id>`: where a notice leads to.
  validateSearch: (raw: Record<string, unknown>): { focus?: string | undefined } => ({
    focus: textParam(raw["focus"]),
  }),
  loader: ({ context, params }) => loadOrder(context, params.orderId),
  component: lazyPage(() => import("./OrderPage"), "OrderPage"),
});

export const orderRoutes = [orderRoute] as const;
