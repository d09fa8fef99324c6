import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { z } from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { SourcingTermsDocument, StaffInquiryPageDocument } from "../../gql/graphql";
import { inquiryViews } from "./inquiry-views";

const inquiriesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/inquiries",
  validateSearch: z.object({ state: z.enum(inquiryViews).optional().catch(undefined) }),
  component: lazyPage(() => import("./InquiriesPage"), "InquiriesPage"),
});

const termsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/inquiries/terms",
  loader: ({ context }) => context.preload(SourcingTermsDocument, { variables: {} }),
  component: lazyPage(() => import("./TermsPage"), "TermsPage"),
});

const inquiryRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/inquiries/$no",
  loader: ({ context, params }) => context.preload(StaffInquiryPageDocument, { variables: { no: params.no } }),
  component: lazyPage(() => import("./InquiryPage"), "InquiryPage"),
});

export const inquiryRoutes = [inquiriesRoute, termsRoute, inquiryRoute] as const;
