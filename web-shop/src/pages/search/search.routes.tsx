import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { textParam } from "@kaidan/web-kit/app/search-params";
import { createRoute } from "@tanstack/react-router";
import { shopRoute } from "../../app/layout-routes";
import { readShelfView, type ShelfView } from "../../features/shelf/shelf-search";
import { SearchPageDocument } from "../../gql/graphql";

const searchRoute = createRoute({
  getParentRoute: () => shopRoute,
  path: "/search",
  validateSearch: (raw: Record<string, unknown>): ShelfView & { q?: string | undefined } => ({
    q: textParam(raw["q"]),
    ...readShelfView(raw),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) =>
    context.preload(SearchPageDocument, {
      variables: { words: deps.q?.trim() || undefined, regionCode: deps.region, sort: deps.sort ?? "RECOMMENDED" },
    }),
  component: lazyPage(() => import("./SearchPage"), "SearchPage"),
});

export const searchRoutes = [searchRoute] as const;
