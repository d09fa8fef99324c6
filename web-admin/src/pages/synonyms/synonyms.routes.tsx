import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";
import { SynonymsPageDocument } from "../../gql/graphql";

const synonymsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/catalogue/synonyms",
  loader: ({ context }) => context.preload(SynonymsPageDocument),
  component: lazyPage(() => import("./SynonymsPage"), "SynonymsPage"),
});

export const synonymRoutes = [synonymsRoute] as const;
