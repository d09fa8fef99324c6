import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import * as z from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { FormWordingsPageDocument, StaffFormPageDocument, StaffOrderPapersDocument } from "../../gql/graphql";
import { formCodes } from "./form-codes";

const formsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/documents",
  validateSearch: z.object({
    code: z.enum(formCodes).optional().catch(undefined),
    q: z.string().optional().catch(undefined),
  }),
  component: lazyPage(() => import("./FormsPage"), "FormsPage"),
});

const wordingsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/documents/wordings",
  loader: ({ context }) => context.preload(FormWordingsPageDocument, { variables: {} }),
  component: lazyPage(() => import("./WordingsPage"), "WordingsPage"),
});

const wordingRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/documents/wordings/$code",
  loader: ({ context }) => context.preload(FormWordingsPageDocument, { variables: {} }),
  component: lazyPage(() => import("./WordingPage"), "WordingPage"),
});

const invoicesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/documents/invoices",
  validateSearch: z.object({
    state: z.enum(["REQUESTED", "ISSUED", "RED_PARTIAL", "RED_FULL", "REJECTED", "ALL"]).optional().catch(undefined),
  }),
  component: lazyPage(() => import("./InvoicesPage"), "InvoicesPage"),
});

const formRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/documents/$no",
  loader: ({ context, params }) => context.preload(StaffFormPageDocument, { variables: { no: params.no } }),
  component: lazyPage(() => import("./FormPage"), "FormPage"),
});

const orderPapersRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/orders/$id/papers",
  loader: ({ context, params }) => context.preload(StaffOrderPapersDocument, { variables: { id: params.id } }),
  component: lazyPage(() => import("./OrderPapersPage"), "OrderPapersPage"),
});

export const documentRoutes = [
  formsRoute,
  wordingsRoute,
  wordingRoute,
  invoicesRoute,
  formRoute,
  orderPapersRoute,
] as const;
