import { lazyRouteComponent, type RouteComponent } from "@tanstack/react-router";
import type { ComponentType } from "react";

/**
 * A page in a chunk of its own: `component: lazyPage(() => import("../pages/OrderPage"), "OrderPage")`.
 * It deliberately ignores the module's types: a page asks the router for types, so the router must not ask the page.
 */
export function lazyPage<TModule extends object>(
  load: () => Promise<TModule>,
  name: keyof TModule & string,
): RouteComponent {
  const loadPage = load as () => Promise<Record<string, ComponentType>>;
  return lazyRouteComponent(loadPage, name);
}
