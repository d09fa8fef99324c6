import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { textParam } from "@kaidan/web-kit/app/search-params";
import { createRoute } from "@tanstack/react-router";
import { rootRoute, signedInRoute } from "../../app/layout-routes";

const readNext = (raw: Record<string, unknown>): { next?: string | undefined } => ({ next: textParam(raw["next"]) });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: readNext,
  component: lazyPage(() => import("./SignInPage"), "SignInPage"),
});

const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-up",
  validateSearch: readNext,
  component: lazyPage(() => import("./SignUpPage"), "SignUpPage"),
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
  getParentRoute: () => signedInRoute,
  path: "/me/sessions",
  component: lazyPage(() => import("./SessionsPage"), "SessionsPage"),
});

export const bareSessionRoutes = [signInRoute, signUpRoute, forgotPasswordRoute, setPasswordRoute] as const;
export const ownSessionRoutes = [sessionsRoute] as const;
