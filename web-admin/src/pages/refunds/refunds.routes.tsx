import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import * as z from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { OrderRefundsPageDocument, StaffRefundPageDocument } from "../../gql/graphql";

const states = [
  "REQUESTED",
  "PROPOSED",
  "AGREED",
  "EXECUTING",
  "PARTLY_FAILED",
  "SUCCEEDED",
  "REJECTED",
  "ALL",
] as const;

const refundsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/refunds",
  validateSearch: z.object({ state: z.enum(states).optional().catch(undefined) }),
  component: lazyPage(() => import("./RefundsPage"), "RefundsPage"),
});

const refundRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/refunds/$id",
  loader: ({ context, params }) => context.preload(StaffRefundPageDocument, { variables: { id: params.id } }),
  component: lazyPage(() => import("./RefundPage"), "RefundPage"),
});

const orderRefundsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/orders/$id/refunds",
  loader: ({ context, params }) => context.preload(OrderRefundsPageDocument, { variables: { id: params.id } }),
  component: lazyPage(() => import("./OrderRefundsPage"), "OrderRefundsPage"),
});

export const refundRoutes = [refundsRoute, refundRoute, orderRefundsRoute] as const;
