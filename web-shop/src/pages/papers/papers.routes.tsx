import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";
import { FormPageDocument, OrderPapersDocument } from "../../gql/graphql";

const papersRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/o/$orderId/papers",
  loader: ({ context, params }) =>
    context.preload(OrderPapersDocument, {
      variables: { orderId: params.orderId },
      fetchPolicy: "cache-and-network",
    }),
  component: lazyPage(() => import("./PapersPage"), "PapersPage"),
});

const formRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/o/$orderId/papers/$formId",
  loader: ({ context, params }) => context.preload(FormPageDocument, { variables: { id: params.formId } }),
  component: lazyPage(() => import("./FormPage"), "FormPage"),
});

export const papersRoutes = [papersRoute, formRoute] as const;
