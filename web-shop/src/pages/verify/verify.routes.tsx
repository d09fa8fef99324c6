import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { shopRoute } from "../../app/layout-routes";
import { VerifyFormDocument } from "../../gql/graphql";

/** Where the QR code of a printed form leads: nobody has to sign in to learn whether the paper is true. */
const verifyRoute = createRoute({
  getParentRoute: () => shopRoute,
  path: "/verify/$no/$proof",
  loader: ({ context, params }) => context.preload(VerifyFormDocument, { variables: params }),
  component: lazyPage(() => import("./VerifyPage"), "VerifyPage"),
});

export const verifyRoutes = [verifyRoute] as const;
