import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { z } from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { CertificatesPageDocument } from "../../gql/graphql";

const certificatesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/certificates",
  // `add` opens the form, for a paper of that kind when it names one.
  validateSearch: z.object({ add: z.string().optional().catch(undefined) }),
  loader: ({ context }) => context.preload(CertificatesPageDocument),
  component: lazyPage(() => import("./CertificatesPage"), "CertificatesPage"),
});

export const certificateRoutes = [certificatesRoute] as const;
