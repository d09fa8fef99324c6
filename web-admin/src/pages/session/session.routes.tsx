import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import * as z from "zod";
import { rootRoute, signedInRoute } from "../../app/layout-routes";

const nextSchema = z.object({ next: z.string().optional().catch(undefined) });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: nextSchema,
  component: lazyPage(() => import("./SignInPage"), "SignInPage"),
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

export const bareSessionRoutes = [signInRoute, forgotPasswordRoute, setPasswordRoute] as const;
export const ownSessionRoutes = [sessionsRoute] as const;
