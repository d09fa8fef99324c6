import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { oneOfParam } from "@kaidan/web-kit/app/search-params";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";
import type { OrderState } from "../../gql/graphql";
import { orderViews } from "./order-views";

const ordersRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/orders",
  validateSearch: (raw: Record<string, unknown>): { state?: OrderState | undefined } => ({
    state: oneOfParam(orderViews, raw["state"]),
  }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const { OrdersPageDocument } = await import("../../gql/documents/OrdersPageDocument");
    return context.preload(OrdersPageDocument, { variables: { state: deps.state }, fetchPolicy: "cache-and-network" });
  },
  component: lazyPage(() => import("./OrdersPage"), "OrdersPage"),
});

export const ordersRoutes = [ordersRoute] as const;
