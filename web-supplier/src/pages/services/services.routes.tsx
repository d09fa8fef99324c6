import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { z } from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { ServicesPageDocument } from "../../gql/graphql";

const servicesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/services",
  // `propose` names the item whose terms are being proposed; "new" asks for the item as well.
  validateSearch: z.object({ propose: z.string().optional().catch(undefined) }),
  loader: ({ context }) => context.preload(ServicesPageDocument),
  component: lazyPage(() => import("./ServicesPage"), "ServicesPage"),
});

export const serviceRoutes = [servicesRoute] as const;
