import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";
import { CapacityPageDocument } from "../../gql/graphql";
import { DAYS_SHOWN } from "./days-shown";

const capacityRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/capacity",
  loader: ({ context }) => context.preload(CapacityPageDocument, { variables: { days: DAYS_SHOWN } }),
  component: lazyPage(() => import("./CapacityPage"), "CapacityPage"),
});

const itemCalendarRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/capacity/$itemId",
  loader: ({ context }) => context.preload(CapacityPageDocument, { variables: { days: DAYS_SHOWN } }),
  component: lazyPage(() => import("./ItemCalendarPage"), "ItemCalendarPage"),
});

export const capacityRoutes = [capacityRoute, itemCalendarRoute] as const;
