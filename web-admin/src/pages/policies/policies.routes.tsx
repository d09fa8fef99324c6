import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";
import { PoliciesPageDocument } from "../../gql/graphql";

const policiesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/policies",
  loader: ({ context }) => context.preload(PoliciesPageDocument),
  component: lazyPage(() => import("./PoliciesPage"), "PoliciesPage"),
});

export const policiesRoutes = [policiesRoute] as const;
