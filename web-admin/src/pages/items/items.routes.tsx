import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import * as z from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { ItemPageDocument, NewItemPageDocument } from "../../gql/graphql";

const itemsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/items",
  validateSearch: z.object({ search: z.string().optional().catch(undefined) }),
  component: lazyPage(() => import("./ItemsPage"), "ItemsPage"),
});

const newItemRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/items/new",
  loader: ({ context }) => context.preload(NewItemPageDocument),
  component: lazyPage(() => import("./NewItemPage"), "NewItemPage"),
});

const itemRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/items/$id",
  loader: ({ context, params }) => context.preload(ItemPageDocument, { variables: { id: params.id } }),
  component: lazyPage(() => import("./ItemPage"), "ItemPage"),
});

export const itemRoutes = [itemsRoute, newItemRoute, itemRoute] as const;
