import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";
import { StaffPageDocument } from "../../gql/graphql";

const staffRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/staff",
  loader: ({ context }) => context.preload(StaffPageDocument),
  component: lazyPage(() => import("./StaffPage"), "StaffPage"),
});

export const staffRoutes = [staffRoute] as const;
