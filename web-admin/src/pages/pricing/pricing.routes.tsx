import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import * as z from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { CustomerGroupsPageDocument, PriceRulesPageDocument } from "../../gql/graphql";

const rulesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/pricing/rules",
  // The rule in the editor; "new" begins one.
  validateSearch: z.object({ rule: z.string().optional().catch(undefined) }),
  loader: ({ context }) => context.preload(PriceRulesPageDocument),
  component: lazyPage(() => import("./RulesPage"), "RulesPage"),
});

const couponsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/pricing/coupons",
  component: lazyPage(() => import("./CouponsPage"), "CouponsPage"),
});

const groupsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/pricing/groups",
  loader: ({ context }) => context.preload(CustomerGroupsPageDocument),
  component: lazyPage(() => import("./GroupsPage"), "GroupsPage"),
});

export const pricingRoutes = [rulesRoute, couponsRoute, groupsRoute] as const;
