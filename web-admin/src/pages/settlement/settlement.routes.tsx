import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { z } from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { StatementPageDocument, SupplierAccountPageDocument } from "../../gql/graphql";

const states = [
  "DRAFT",
  "SUPPLIER_REVIEW",
  "CONFIRMED",
  "APPROVED",
  "PAYING",
  "PAID",
  "FAILED",
  "CANCELLED",
  "DISPUTED",
  "ALL",
] as const;

const statementsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/settlement",
  validateSearch: z.object({ state: z.enum(states).optional().catch(undefined) }),
  component: lazyPage(() => import("./StatementsPage"), "StatementsPage"),
});

const incomeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/settlement/income",
  component: lazyPage(() => import("./IncomePage"), "IncomePage"),
});

const accountRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/settlement/suppliers/$supplierId",
  loader: ({ context, params }) =>
    context.preload(SupplierAccountPageDocument, { variables: { supplierId: params.supplierId } }),
  component: lazyPage(() => import("./SupplierAccountPage"), "SupplierAccountPage"),
});

const statementRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/settlement/$id",
  loader: ({ context, params }) => context.preload(StatementPageDocument, { variables: { id: params.id } }),
  component: lazyPage(() => import("./StatementPage"), "StatementPage"),
});

export const settlementRoutes = [statementsRoute, incomeRoute, accountRoute, statementRoute] as const;
