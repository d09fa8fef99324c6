import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import * as z from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { ContractPageDocument, ContractTemplatePageDocument, ContractTemplatesPageDocument } from "../../gql/graphql";

const states = [
  "DRAFT",
  "ISSUED",
  "SIGNED_UPLOADED",
  "REJECTED",
  "VERIFIED",
  "ADDENDUM_NEEDED",
  "FULFILLED",
  "TERMINATED",
  "ALL",
] as const;

const contractsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/contracts",
  validateSearch: z.object({ state: z.enum(states).optional().catch(undefined) }),
  component: lazyPage(() => import("./ContractsPage"), "ContractsPage"),
});

const contractRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/contracts/$no",
  loader: ({ context, params }) => context.preload(ContractPageDocument, { variables: { no: params.no } }),
  component: lazyPage(() => import("./ContractPage"), "ContractPage"),
});

const templatesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/contracts/templates",
  loader: ({ context }) => context.preload(ContractTemplatesPageDocument, { variables: {} }),
  component: lazyPage(() => import("./TemplatesPage"), "TemplatesPage"),
});

const newTemplateRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/contracts/templates/new",
  component: lazyPage(() => import("./NewTemplatePage"), "NewTemplatePage"),
});

const templateRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/contracts/templates/$code",
  loader: ({ context, params }) => context.preload(ContractTemplatePageDocument, { variables: { code: params.code } }),
  component: lazyPage(() => import("./TemplatePage"), "TemplatePage"),
});

export const contractRoutes = [contractsRoute, templatesRoute, newTemplateRoute, templateRoute, contractRoute] as const;
