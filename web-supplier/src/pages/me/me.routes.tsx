import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";
import { MePageDocument } from "../../gql/graphql";

const meRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/me",
  loader: ({ context }) => context.preload(MePageDocument),
  component: lazyPage(() => import("./MePage"), "MePage"),
});

export const meRoutes = [meRoute] as const;
