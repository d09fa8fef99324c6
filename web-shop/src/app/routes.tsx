import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import type { RouteContext } from "@kaidan/web-kit/app/route-context";
import { createRootRouteWithContext, createRoute } from "@tanstack/react-router";
import * as z from "zod/mini";
import { ShopLayout } from "./ShopLayout";
import { SignedIn } from "./SignedIn";

// root ─ /sign-in … (bare)   root ─ shop (tabs, search) ─ public pages   shop ─ signedIn ─ the customer's own pages
const rootRoute = createRootRouteWithContext<RouteContext>()();
const shop = createRoute({ getParentRoute: () => rootRoute, id: "shop", component: ShopLayout });
const signedIn = createRoute({ getParentRoute: () => shop, id: "signedIn", component: SignedIn });

const nextSchema = z.object({ next: z.catch(z.optional(z.string()), undefined) });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: nextSchema,
  component: lazyPage(() => import("../pages/session/SignInPage"), "SignInPage"),
});

const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-up",
  validateSearch: nextSchema,
  component: lazyPage(() => import("../pages/session/SignUpPage"), "SignUpPage"),
});

const forgotPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/forgot-password",
  component: lazyPage(() => import("@kaidan/web-kit/session/ForgotPassword"), "ForgotPassword"),
});

const setPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/set-password",
  component: lazyPage(() => import("@kaidan/web-kit/session/SetPasswordPage"), "SetPasswordPage"),
});

const sessionsRoute = createRoute({
  getParentRoute: () => signedIn,
  path: "/me/sessions",
  component: lazyPage(() => import("../pages/session/SessionsPage"), "SessionsPage"),
});

export const routeTree = rootRoute.addChildren([
  signInRoute,
  signUpRoute,
  forgotPasswordRoute,
  setPasswordRoute,
  shop.addChildren([signedIn.addChildren([sessionsRoute])]),
]);
