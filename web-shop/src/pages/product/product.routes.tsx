import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { shopRoute } from "../../app/layout-routes";
import { type ConfigurationSearch, readConfigurationSearch } from "../../features/configure/configuration-search";
import { ProductPageDocument } from "../../gql/graphql";

/** What a visitor wants of the product, and the item whose suppliers are being compared. */
export type ProductSearch = ConfigurationSearch & { compare?: string | undefined };

const productRoute = createRoute({
  getParentRoute: () => shopRoute,
  path: "/p/$slug",
  validateSearch: (raw: Record<string, unknown>): ProductSearch => ({
    ...readConfigurationSearch(raw),
    ...(typeof raw["compare"] === "string" && { compare: raw["compare"] }),
  }),
  // Every answer lands in the address; the product itself does not change with it.
  shouldReload: false,
  staticData: { actionBar: true },
  loader: ({ context, params }) => context.preload(ProductPageDocument, { variables: { slug: params.slug } }),
  component: lazyPage(() => import("./ProductPage"), "ProductPage"),
});

export const productRoutes = [productRoute] as const;
