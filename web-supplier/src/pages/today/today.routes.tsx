import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";
import { TodayPageDocument } from "../../gql/graphql";

const todayRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/",
  loader: ({ context }) => context.preload(TodayPageDocument),
  component: lazyPage(() => import("./TodayPage"), "TodayPage"),
});

export const todayRoutes = [todayRoute] as const;
