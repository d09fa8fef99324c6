import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { z } from "zod";
import { signedInRoute } from "../../app/layout-routes";

const dispatchRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/dispatch",
  validateSearch: z.object({ id: z.string().optional().catch(undefined) }),
  component: lazyPage(() => import("./DispatchPage"), "DispatchPage"),
});

export const dispatchRoutes = [dispatchRoute] as const;
