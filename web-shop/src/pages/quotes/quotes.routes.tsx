import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";

const quotesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/quotes",
  loader: async ({ context }) => {
    const { QuotesPageDocument } = await import("../../gql/documents/QuotesPageDocument");
    return context.preload(QuotesPageDocument, { variables: {}, fetchPolicy: "cache-and-network" });
  },
  component: lazyPage(() => import("./QuotesPage"), "QuotesPage"),
});

const quoteRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/quotes/$no",
  // `v=2`: a version, so that a link leads to what was talked about.
  validateSearch: (raw: Record<string, unknown>): { v?: number | undefined } => {
    const v = Number(raw["v"]);
    return { v: Number.isInteger(v) && v > 0 ? v : undefined };
  },
  loader: async ({ context, params }) => {
    const { QuotePageDocument } = await import("../../gql/documents/QuotePageDocument");
    return context.preload(QuotePageDocument, { variables: { no: params.no }, fetchPolicy: "cache-and-network" });
  },
  component: lazyPage(() => import("./QuotePage"), "QuotePage"),
});

export const quotesRoutes = [quotesRoute, quoteRoute] as const;
