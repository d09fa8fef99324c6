import type { AppName } from "../app/app-name";
import type { App } from "../gql/graphql";

const names: Record<AppName, App> = { shop: "SHOP", supplier: "SUPPLIER", admin: "ADMIN" };

/** Which app this is, from `<html data-app>`. */
export function useAppName(): App {
  const name = document.documentElement.dataset.app;
  return names[name === "supplier" || name === "admin" ? name : "shop"];
}
