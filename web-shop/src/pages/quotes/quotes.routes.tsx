import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { textParam } from "@kaidan/web-kit/app/search-params";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";
import { type ConfigurationSearch, readConfigurationSearch } from "../../features/configure/configuration-search";

const quotesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/quotes",
  loader: async ({ context }) => {
    const { QuotesPageDocument } = await import("../../gql/documents/QuotesPageDocument");
    return context.preload(QuotesPageDocument, { variables: {}, fetchPolicy: "cache-and-network" });
  },
  component: lazyPage(() => import("./QuotesPage"), "QuotesPage"),
});

const newQuoteRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/quotes/new",
  validateSearch: (raw: Record<string, unknown>): ConfigurationSearch & { product: string } => ({
    ...readConfigurationSearch(raw),
    product: typeof raw["product"] === "string" ? raw["product"] : "",
  }),
  loaderDeps: ({ search }) => ({ slug: search.product }),
  loader: async ({ context, deps }) => {
    const { NewQuotePageDocument } = await import("../../gql/documents/NewQuotePageDocument");
    return context.preload(NewQuotePageDocument, { variables: { slug: deps.slug } });
  },
  component: lazyPage(() => import("./NewQuotePage"), "NewQuotePage"),
});

const quoteRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/quotes/$no",
  // `v=2`: a version, so that a link leads to what was talked about.
  validateSearch: (raw: Record<string, unknown>): { v?: string | undefined } => ({ v: textParam(raw["v"]) }),
  loader: async ({ context, params }) => {
    const { QuotePageDocument } = await import("../../gql/documents/QuotePageDocument");
    return context.preload(QuotePageDocument, { variables: { no: params.no }, fetchPolicy: "cache-and-network" });
  },
  component: lazyPage(() => import("./QuotePage"), "QuotePage"),
});

export const quotesRoutes = [quotesRoute, newQuoteRoute, quoteRoute] as const;
