import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { shopRoute } from "../../app/layout-routes";
import { narrowingOf, readShelfView } from "../../features/shelf/shelf-search";
import { CategoriesPageDocument, CategoryPageDocument } from "../../gql/graphql";

const categoryRoute = createRoute({
  getParentRoute: () => shopRoute,
  path: "/c/$slug",
  validateSearch: readShelfView,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) =>
    context.preload(CategoryPageDocument, {
      variables: {
        slug: params.slug,
        regionCode: deps.region,
        sort: deps.sort ?? "RECOMMENDED",
        narrowing: narrowingOf(deps),
      },
    }),
  component: lazyPage(() => import("./CategoryPage"), "CategoryPage"),
});

const categoriesRoute = createRoute({
  getParentRoute: () => shopRoute,
  path: "/categories",
  loader: ({ context }) => context.preload(CategoriesPageDocument),
  component: lazyPage(() => import("./CategoriesPage"), "CategoriesPage"),
});

export const categoryRoutes = [categoryRoute, categoriesRoute] as const;
