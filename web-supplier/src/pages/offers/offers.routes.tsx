import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";
import { OfferPageDocument } from "../../gql/graphql";

const offerRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/offers/$ticketId",
  loader: ({ context, params }) => context.preload(OfferPageDocument, { variables: { ticketId: params.ticketId } }),
  component: lazyPage(() => import("./OfferPage"), "OfferPage"),
});

export const offerRoutes = [offerRoute] as const;
