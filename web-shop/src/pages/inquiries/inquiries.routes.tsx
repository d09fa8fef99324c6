import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { oneOfParam, textParam } from "@kaidan/web-kit/app/search-params";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";
import { type AskSearch, readAskedAnswers, ways } from "./ask-search";

const inquiriesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/inquiries",
  loader: async ({ context }) => {
    const { InquiriesPageDocument } = await import("../../gql/documents/InquiriesPageDocument");
    return context.preload(InquiriesPageDocument, { variables: {}, fetchPolicy: "cache-and-network" });
  },
  component: lazyPage(() => import("./InquiriesPage"), "InquiriesPage"),
});

const newInquiryRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/inquiries/new",
  validateSearch: (raw: Record<string, unknown>): AskSearch => ({
    way: oneOfParam(ways, raw["way"]),
    product: textParam(raw["product"]),
    region: textParam(raw["region"]),
    ...readAskedAnswers(raw),
  }),
  loaderDeps: ({ search }) => ({ product: search.product }),
  loader: async ({ context, deps }) => {
    const { NewInquiryPageDocument } = await import("../../gql/documents/NewInquiryPageDocument");
    const variables = { slug: deps.product ?? "", withProduct: deps.product !== undefined };
    return context.preload(NewInquiryPageDocument, { variables });
  },
  component: lazyPage(() => import("./NewInquiryPage"), "NewInquiryPage"),
});

const inquiryRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/inquiries/$no",
  loader: async ({ context, params }) => {
    const { InquiryPageDocument } = await import("../../gql/documents/InquiryPageDocument");
    return context.preload(InquiryPageDocument, { variables: { no: params.no } });
  },
  component: lazyPage(() => import("./InquiryPage"), "InquiryPage"),
});

export const inquiryRoutes = [inquiriesRoute, newInquiryRoute, inquiryRoute] as const;
