import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { z } from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { BidderInquiryPageDocument } from "../../gql/graphql";

const inquiriesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/inquiries",
  validateSearch: z.object({ all: z.boolean().optional().catch(undefined) }),
  component: lazyPage(() => import("./InquiriesPage"), "InquiriesPage"),
});

const inquiryRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/inquiries/$no",
  loader: ({ context, params }) => context.preload(BidderInquiryPageDocument, { variables: { no: params.no } }),
  component: lazyPage(() => import("./InquiryPage"), "InquiryPage"),
});

export const inquiryRoutes = [inquiriesRoute, inquiryRoute] as const;
