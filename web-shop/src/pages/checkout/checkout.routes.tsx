import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { shopRoute } from "../../app/layout-routes";
import { type ConfigurationSearch, readConfigurationSearch } from "../../features/configure/configuration-search";

/** The product by its slug and everything the visitor chose of it. */
export type CheckoutSearch = ConfigurationSearch & { product: string };

const checkoutRoute = createRoute({
  getParentRoute: () => shopRoute,
  path: "/checkout",
  validateSearch: (raw: Record<string, unknown>): CheckoutSearch => ({
    ...readConfigurationSearch(raw),
    product: typeof raw["product"] === "string" ? raw["product"] : "",
  }),
  loaderDeps: ({ search }) => ({ slug: search.product }),
  staticData: { actionBar: true },
  loader: async ({ context, deps }) => {
    const { CheckoutPageDocument } = await import("../../gql/documents/CheckoutPageDocument");
    return context.preload(CheckoutPageDocument, { variables: { slug: deps.slug } });
  },
  component: lazyPage(() => import("./CheckoutPage"), "CheckoutPage"),
});

export const checkoutRoutes = [checkoutRoute] as const;
