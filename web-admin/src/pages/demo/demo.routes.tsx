import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";

const demoRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/demo",
  component: lazyPage(() => import("./DemoPage"), "DemoPage"),
});

export const demoRoutes = [demoRoute] as const;
