import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";
import { ReviewsPageDocument } from "../../gql/graphql";

const reviewsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/reviews",
  loader: ({ context }) => context.preload(ReviewsPageDocument),
  component: lazyPage(() => import("./ReviewsPage"), "ReviewsPage"),
});

export const reviewRoutes = [reviewsRoute] as const;
