import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import * as z from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { SupplierPageDocument } from "../../gql/graphql";

const suppliersRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/suppliers",
  validateSearch: z.object({
    state: z.enum(["ACTIVE", "PAUSED", "SUSPENDED"]).optional().catch(undefined),
    search: z.string().optional().catch(undefined),
  }),
  component: lazyPage(() => import("./SuppliersPage"), "SuppliersPage"),
});

const newSupplierRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/suppliers/new",
  component: lazyPage(() => import("./NewSupplierPage"), "NewSupplierPage"),
});

const supplierRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/suppliers/$id",
  loader: ({ context, params }) => context.preload(SupplierPageDocument, { variables: { id: params.id } }),
  component: lazyPage(() => import("./SupplierPage"), "SupplierPage"),
});

export const supplierRoutes = [suppliersRoute, newSupplierRoute, supplierRoute] as const;
