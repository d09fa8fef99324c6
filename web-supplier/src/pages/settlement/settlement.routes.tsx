import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";
import { MyStatementPageDocument, SettlementPageDocument } from "../../gql/graphql";

const settlementRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/settlement",
  loader: ({ context }) => context.preload(SettlementPageDocument),
  component: lazyPage(() => import("./SettlementPage"), "SettlementPage"),
});

const statementRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/settlement/$id",
  loader: ({ context, params }) => context.preload(MyStatementPageDocument, { variables: { id: params.id } }),
  component: lazyPage(() => import("./StatementPage"), "StatementPage"),
});

export const settlementRoutes = [settlementRoute, statementRoute] as const;
