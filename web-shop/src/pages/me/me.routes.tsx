import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";

const meRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/me",
  component: lazyPage(() => import("./MePage"), "MePage"),
});

export const meRoutes = [meRoute] as const;
