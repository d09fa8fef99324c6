import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { shopRoute } from "../../app/layout-routes";

const supplierRoute = createRoute({
  getParentRoute: () => shopRoute,
  path: "/s/$supplierId",
  loader: async ({ context, params }) => {
    const { SupplierPageDocument } = await import("../../gql/documents/SupplierPageDocument");
    return context.preload(SupplierPageDocument, { variables: { id: params.supplierId } });
  },
  component: lazyPage(() => import("./SupplierPage"), "SupplierPage"),
});

export const supplierRoutes = [supplierRoute] as const;
