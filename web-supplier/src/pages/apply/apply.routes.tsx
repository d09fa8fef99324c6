import { lazyPage } from "@kaidan/web-kit/app/lazyPage";
import { createRoute } from "@tanstack/react-router";
import { rootRoute } from "../../app/layout-routes";

const applyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/apply",
  component: lazyPage(() => import("./ApplyLayout"), "ApplyLayout"),
});

const startRoute = createRoute({
  getParentRoute: () => applyRoute,
  path: "/",
  component: lazyPage(() => import("./StartPage"), "StartPage"),
});

const organisationRoute = createRoute({
  getParentRoute: () => applyRoute,
  path: "/organisation",
  component: lazyPage(() => import("./OrganisationStep"), "OrganisationStep"),
});

const servicesRoute = createRoute({
  getParentRoute: () => applyRoute,
  path: "/services",
  component: lazyPage(() => import("./ServicesStep"), "ServicesStep"),
});

const regionsRoute = createRoute({
  getParentRoute: () => applyRoute,
  path: "/regions",
  component: lazyPage(() => import("./RegionsStep"), "RegionsStep"),
});

const documentsRoute = createRoute({
  getParentRoute: () => applyRoute,
  path: "/documents",
  component: lazyPage(() => import("./DocumentsStep"), "DocumentsStep"),
});

const summaryRoute = createRoute({
  getParentRoute: () => applyRoute,
  path: "/summary",
  component: lazyPage(() => import("./SummaryStep"), "SummaryStep"),
});

const statusRoute = createRoute({
  getParentRoute: () => applyRoute,
  path: "/status",
  component: lazyPage(() => import("./StatusPage"), "StatusPage"),
});

export const applyRoutes = [
  applyRoute.addChildren([
    startRoute,
    organisationRoute,
    servicesRoute,
    regionsRoute,
    documentsRoute,
    summaryRoute,
    statusRoute,
  ]),
] as const;
