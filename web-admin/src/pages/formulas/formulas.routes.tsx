import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import * as z from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { FormulaPageDocument, FormulasPageDocument } from "../../gql/graphql";

const formulasRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/pricing/formulas",
  loader: ({ context }) => context.preload(FormulasPageDocument),
  component: lazyPage(() => import("./FormulasPage"), "FormulasPage"),
});

const newFormulaRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/pricing/formulas/new",
  component: lazyPage(() => import("./NewFormulaPage"), "NewFormulaPage"),
});

const formulaRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/pricing/formulas/$code",
  validateSearch: z.object({ compare: z.coerce.number().int().positive().optional().catch(undefined) }),
  loader: ({ context, params }) => context.preload(FormulaPageDocument, { variables: { code: params.code } }),
  component: lazyPage(() => import("./FormulaPage"), "FormulaPage"),
});

export const formulaRoutes = [formulasRoute, newFormulaRoute, formulaRoute] as const;
