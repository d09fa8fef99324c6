import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import * as z from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { ComposerChoicesDocument, ProductPageDocument, ProductPreviewPageDocument } from "../../gql/graphql";

const productsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/products",
  validateSearch: z.object({
    state: z.enum(["DRAFT", "PUBLISHED", "ARCHIVED"]).optional().catch(undefined),
    search: z.string().optional().catch(undefined),
  }),
  component: lazyPage(() => import("./ProductsPage"), "ProductsPage"),
});

const newProductRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/products/new",
  loader: ({ context }) => context.preload(ComposerChoicesDocument),
  component: lazyPage(() => import("./NewProductPage"), "NewProductPage"),
});

const productRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/products/$id",
  loader: ({ context, params }) => context.preload(ProductPageDocument, { variables: { id: params.id } }),
  component: lazyPage(() => import("./ProductPage"), "ProductPage"),
});

const productPreviewRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/products/$id/preview",
  loader: ({ context, params }) => context.preload(ProductPreviewPageDocument, { variables: { id: params.id } }),
  component: lazyPage(() => import("./ProductPreviewPage"), "ProductPreviewPage"),
});

export const productRoutes = [productsRoute, newProductRoute, productRoute, productPreviewRoute] as const;
