import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { textParam } from "@kaidan/web-kit/app/search-params";
import { createRoute } from "@tanstack/react-router";
import { shopRoute } from "../../app/layout-routes";
import { narrowingOf, readShelfView, type ShelfView } from "../../features/shelf/shelf-search";
import { SearchPageDocument } from "../../gql/graphql";

/** `literal`: take the words as they are, typos and all. A text, as everything in an address of the shop. */
type SearchWords = { readonly q?: string | undefined; readonly literal?: "1" | undefined };

const searchRoute = createRoute({
  getParentRoute: () => shopRoute,
  path: "/search",
  validateSearch: (raw: Record<string, unknown>): ShelfView & SearchWords => ({
    q: textParam(raw["q"]),
    literal: raw["literal"] === "1" ? "1" : undefined,
    ...readShelfView(raw),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) =>
    context.preload(SearchPageDocument, {
      variables: {
        words: deps.q?.trim() || undefined,
        categorySlug: deps.in,
        regionCode: deps.region,
        sort: deps.sort ?? "RECOMMENDED",
        narrowing: narrowingOf(deps),
        literal: deps.literal === "1" || undefined,
      },
    }),
  component: lazyPage(() => import("./SearchPage"), "SearchPage"),
});

export const searchRoutes = [searchRoute] as const;
