import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { z } from "zod";
import { signedInRoute } from "../../app/layout-routes";

const progressRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/progress",
  validateSearch: z.object({ id: z.string().optional().catch(undefined) }),
  component: lazyPage(() => import("./ProgressPage"), "ProgressPage"),
});

const workRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/work",
  validateSearch: z.object({ id: z.string().optional().catch(undefined) }),
  component: lazyPage(() => import("./WorkPage"), "WorkPage"),
});

export const progressRoutes = [progressRoute, workRoute] as const;
