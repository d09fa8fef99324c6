import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { z } from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { ServicePageDocument, ServicesPageDocument } from "../../gql/graphql";

const servicesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/services",
  // `propose` names the item whose terms are being proposed; "new" asks for the item as well.
  validateSearch: z.object({ propose: z.string().optional().catch(undefined) }),
  loader: ({ context }) => context.preload(ServicesPageDocument),
  component: lazyPage(() => import("./ServicesPage"), "ServicesPage"),
});

const importRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/services/import",
  component: lazyPage(() => import("./ImportPage"), "ImportPage"),
});

const serviceRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/services/$id",
  loader: ({ context, params }) => context.preload(ServicePageDocument, { variables: { id: params.id } }),
  component: lazyPage(() => import("./ServicePage"), "ServicePage"),
});

export const serviceRoutes = [servicesRoute, importRoute, serviceRoute] as const;
