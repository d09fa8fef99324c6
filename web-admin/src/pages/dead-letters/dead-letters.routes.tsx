import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";

const deadLettersRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/dead-letters",
  component: lazyPage(() => import("./DeadLettersPage"), "DeadLettersPage"),
});

export const deadLetterRoutes = [deadLettersRoute] as const;
