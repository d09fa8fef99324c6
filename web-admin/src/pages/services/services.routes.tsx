import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";

const proposedServicesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/supplier-services/changes",
  component: lazyPage(() => import("./ProposedServicesPage"), "ProposedServicesPage"),
});

export const serviceRoutes = [proposedServicesRoute] as const;
