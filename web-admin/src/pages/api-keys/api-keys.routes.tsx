import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";
import { ApiKeysPageDocument } from "../../gql/graphql";

const apiKeysRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/api-keys",
  loader: ({ context }) => context.preload(ApiKeysPageDocument),
  component: lazyPage(() => import("./ApiKeysPage"), "ApiKeysPage"),
});

export const apiKeyRoutes = [apiKeysRoute] as const;
