import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { z } from "zod";
import { signedInRoute } from "../../app/layout-routes";

const certificatesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/certificates",
  validateSearch: z.object({ view: z.enum(["SUBMITTED", "EXPIRING"]).optional().catch(undefined) }),
  component: lazyPage(() => import("./CertificatesPage"), "CertificatesPage"),
});

export const certificateRoutes = [certificatesRoute] as const;
