import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import * as z from "zod";
import { signedInRoute } from "../../app/layout-routes";
import {
  ComposerChoicesDocument,
  PlanTemplatesPageDocument,
  ProductDiffPageDocument,
  ProductPageDocument,
  ProductPreviewPageDocument,
} from "../../gql/graphql";

const productsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/products",
  validateSearch: z.object({
    state: z.enum(["DRAFT", "PUBLISHED", "ARCHIVED", "IN_REVIEW"]).optional().catch(undefined),
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

const productDiffRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/products/$id/diff",
  validateSearch: z.object({
    from: z.string().optional().catch(undefined),
    to: z.string().optional().catch(undefined),
  }),
  loaderDeps: ({ search: { from, to } }) => ({ from, to }),
  loader: ({ context, params, deps }) =>
    context.preload(ProductDiffPageDocument, {
      variables: { id: params.id, fromId: deps.from || null, toId: deps.to || null },
    }),
  component: lazyPage(() => import("./ProductDiffPage"), "ProductDiffPage"),
});

const planTemplatesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/catalogue/plan-templates",
  loader: ({ context }) => context.preload(PlanTemplatesPageDocument),
  component: lazyPage(() => import("./PlanTemplatesPage"), "PlanTemplatesPage"),
});

const newPlanTemplateRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/catalogue/plan-templates/new",
  component: lazyPage(() => import("./NewPlanTemplatePage"), "NewPlanTemplatePage"),
});

const planTemplateRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/catalogue/plan-templates/$code",
  loader: ({ context }) => context.preload(PlanTemplatesPageDocument),
  component: lazyPage(() => import("./PlanTemplatePage"), "PlanTemplatePage"),
});

export const productRoutes = [
  planTemplatesRoute,
  newPlanTemplateRoute,
  planTemplateRoute,
  productsRoute,
  newProductRoute,
  productRoute,
  productPreviewRoute,
  productDiffRoute,
] as const;
