import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { z } from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { OrderChangesDocument, StaffOrderPageDocument } from "../../gql/graphql";
import { orderViews } from "./order-views";

const ordersRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/orders",
  validateSearch: z.object({
    state: z.enum(orderViews).optional().catch(undefined),
    q: z.string().optional().catch(undefined),
  }),
  component: lazyPage(() => import("./OrdersPage"), "OrdersPage"),
});

const changesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/orders/changes",
  component: lazyPage(() => import("./ChangesPage"), "ChangesPage"),
});

const requestsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/orders/requests",
  component: lazyPage(() => import("./RequestsPage"), "RequestsPage"),
});

const orderRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/orders/$id",
  loader: ({ context, params }) => context.preload(StaffOrderPageDocument, { variables: { id: params.id } }),
  component: lazyPage(() => import("./OrderPage"), "OrderPage"),
});

const amendRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/orders/$id/amend",
  loader: ({ context, params }) => context.preload(OrderChangesDocument, { variables: { id: params.id } }),
  component: lazyPage(() => import("./AmendPage"), "AmendPage"),
});

export const orderRoutes = [ordersRoute, changesRoute, requestsRoute, orderRoute, amendRoute] as const;
