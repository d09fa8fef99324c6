import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import * as z from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { RolesPageDocument } from "../../gql/graphql";

const rolesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/roles",
  // The role in the editor; "new" begins one.
  validateSearch: z.object({ role: z.string().optional().catch(undefined) }),
  loader: ({ context }) => context.preload(RolesPageDocument),
  component: lazyPage(() => import("./RolesPage"), "RolesPage"),
});

export const roleRoutes = [rolesRoute] as const;
