import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import * as z from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { ApplicationPageDocument } from "../../gql/graphql";

const states = ["SUBMITTED", "NEEDS_INFO", "APPROVED", "REJECTED", "WITHDRAWN", "ALL"] as const;

const applicationsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/applications",
  validateSearch: z.object({ state: z.enum(states).optional().catch(undefined) }),
  component: lazyPage(() => import("./ApplicationsPage"), "ApplicationsPage"),
});

const applicationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/applications/$id",
  loader: ({ context, params }) => context.preload(ApplicationPageDocument, { variables: { id: params.id } }),
  component: lazyPage(() => import("./ApplicationPage"), "ApplicationPage"),
});

export const applicationRoutes = [applicationsRoute, applicationRoute] as const;
