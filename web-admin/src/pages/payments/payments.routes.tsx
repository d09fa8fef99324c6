import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { z } from "zod";
import { signedInRoute } from "../../app/layout-routes";

const paymentsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/payments",
  validateSearch: z.object({ id: z.string().optional().catch(undefined) }),
  component: lazyPage(() => import("./PaymentsPage"), "PaymentsPage"),
});

const mismatchedRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/payments/mismatched",
  component: lazyPage(() => import("./MismatchedPage"), "MismatchedPage"),
});

const unidentifiedRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/payments/unidentified",
  validateSearch: z.object({
    state: z.enum(["OPEN", "RETURNING", "IDENTIFIED", "RETURNED"]).optional().catch(undefined),
  }),
  component: lazyPage(() => import("./UnidentifiedPage"), "UnidentifiedPage"),
});

const deniedRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/payments/denied",
  validateSearch: z.object({ view: z.enum(["DENIED", "UNANSWERED"]).optional().catch(undefined) }),
  component: lazyPage(() => import("./DeniedPage"), "DeniedPage"),
});

const payoutsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/payments/payouts",
  validateSearch: z.object({
    state: z.enum(["ASKED", "PAID", "DECLINED", "WITHDRAWN"]).optional().catch(undefined),
  }),
  component: lazyPage(() => import("./PayoutsPage"), "PayoutsPage"),
});

const waiversRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/payments/waivers",
  component: lazyPage(() => import("./WaiversPage"), "WaiversPage"),
});

export const paymentRoutes = [
  paymentsRoute,
  mismatchedRoute,
  unidentifiedRoute,
  deniedRoute,
  payoutsRoute,
  waiversRoute,
] as const;
