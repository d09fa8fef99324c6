import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { z } from "zod";
import { signedInRoute } from "../../app/layout-routes";
import { MyPaperDocument } from "../../gql/graphql";
import { paperCodes } from "./paper-codes";

const papersRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/papers",
  validateSearch: z.object({ code: z.enum(paperCodes).optional().catch(undefined) }),
  component: lazyPage(() => import("./PapersPage"), "PapersPage"),
});

const paperRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/papers/$formId",
  loader: ({ context, params }) => context.preload(MyPaperDocument, { variables: { id: params.formId } }),
  component: lazyPage(() => import("./PaperPage"), "PaperPage"),
});

export const paperRoutes = [papersRoute, paperRoute] as const;
