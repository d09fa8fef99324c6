import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";

const quotedWorkRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/quotations",
  component: lazyPage(() => import("./QuotedWorkPage"), "QuotedWorkPage"),
});

export const quotationRoutes = [quotedWorkRoute] as const;
