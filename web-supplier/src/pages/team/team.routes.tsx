import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { z } from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { TeamPageDocument } from "../../gql/graphql";

const teamRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/team",
  validateSearch: z.object({ invite: z.boolean().optional().catch(undefined) }),
  loader: ({ context }) => context.preload(TeamPageDocument),
  component: lazyPage(() => import("./TeamPage"), "TeamPage"),
});

export const teamRoutes = [teamRoute] as const;
