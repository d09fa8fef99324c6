import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { shopRoute } from "../../app/layout-routes";
import { keptCity } from "../../features/shelf/kept-city";
import { HomePageDocument } from "../../gql/graphql";

const homeRoute = createRoute({
  getParentRoute: () => shopRoute,
  path: "/",
  loader: ({ context }) => context.preload(HomePageDocument, { variables: { regionCode: keptCity.current() } }),
  component: lazyPage(() => import("./HomePage"), "HomePage"),
});

export const homeRoutes = [homeRoute] as const;
