import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { signedInRoute } from "../../app/layout-routes";

const meRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/me",
  component: lazyPage(() => import("./MePage"), "MePage"),
});

const creditRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/me/credit",
  loader: async ({ context }) => {
    const { CreditPageDocument } = await import("../../gql/documents/CreditPageDocument");
    return context.preload(CreditPageDocument, { fetchPolicy: "cache-and-network" });
  },
  component: lazyPage(() => import("../credit/CreditPage"), "CreditPage"),
});

export const meRoutes = [meRoute, creditRoute] as const;
