import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";

const certificatesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/certificates",
  component: lazyPage(() => import("./CertificatesPage"), "CertificatesPage"),
});

export const certificateRoutes = [certificatesRoute] as const;
