import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import * as z from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { QuotationPageDocument } from "../../gql/graphql";
import { quotationViews } from "./quotation-views";

const quotationsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/quotations",
  validateSearch: z.object({
    view: z.enum(quotationViews).optional().catch(undefined),
    search: z.string().optional().catch(undefined),
  }),
  component: lazyPage(() => import("./QuotationsPage"), "QuotationsPage"),
});

const newQuotationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/quotations/new",
  component: lazyPage(() => import("./NewQuotationPage"), "NewQuotationPage"),
});

const quotationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/quotations/$no",
  validateSearch: z.object({ v: z.number().int().positive().optional().catch(undefined) }),
  loader: ({ context, params }) => context.preload(QuotationPageDocument, { variables: { no: params.no } }),
  component: lazyPage(() => import("./QuotationPage"), "QuotationPage"),
});

const editQuotationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/quotations/$no/edit",
  loader: ({ context, params }) => context.preload(QuotationPageDocument, { variables: { no: params.no } }),
  component: lazyPage(() => import("./EditQuotationPage"), "EditQuotationPage"),
});

export const quotationRoutes = [quotationsRoute, newQuotationRoute, quotationRoute, editQuotationRoute] as const;
