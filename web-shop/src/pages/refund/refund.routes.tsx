import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";
import { RefundPageDocument } from "../../gql/graphql";

const refundRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/o/$orderId/refund",
  loader: ({ context, params }) => context.preload(RefundPageDocument, { variables: { id: params.orderId } }),
  component: lazyPage(() => import("./RefundPage"), "RefundPage"),
});

export const refundRoutes = [refundRoute] as const;
