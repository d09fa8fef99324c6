import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import * as z from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { SupplierPageDocument } from "../../gql/graphql";

const suppliersRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/suppliers",
  validateSearch: z.object({
    state: z.enum(["ACTIVE", "PAUSED", "SUSPENDED", "TERMINATED"]).optional().catch(undefined),
    search: z.string().optional().catch(undefined),
  }),
  component: lazyPage(() => import("./SuppliersPage"), "SuppliersPage"),
});

const newSupplierRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/suppliers/new",
  component: lazyPage(() => import("./NewSupplierPage"), "NewSupplierPage"),
});

const matrixRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/suppliers/matrix",
  validateSearch: z.object({
    category: z.string().optional().catch(undefined),
    search: z.string().optional().catch(undefined),
  }),
  component: lazyPage(() => import("./MatrixPage"), "MatrixPage"),
});

const importRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/suppliers/import",
  component: lazyPage(() => import("./ImportPage"), "ImportPage"),
});

const supplierRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/suppliers/$id",
  loader: ({ context, params }) => context.preload(SupplierPageDocument, { variables: { id: params.id } }),
  component: lazyPage(() => import("./SupplierPage"), "SupplierPage"),
});

export const supplierRoutes = [suppliersRoute, newSupplierRoute, matrixRoute, importRoute, supplierRoute] as const;
