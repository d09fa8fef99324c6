import type { Audience } from "./account.js";

/** The app each audience uses, by the name its requests carry. */
export const appOfAudience = { CUSTOMER: "shop", SUPPLIER: "supplier", STAFF: "admin" } as const satisfies Record<
  Audience,
  string
>;
export type AppName = (typeof appOfAudience)[Audience];

export const audienceOfApp: Readonly<Record<AppName, Audience>> = {
  shop: "CUSTOMER",
  supplier: "SUPPLIER",
  admin: "STAFF",
};

/** The part of the street each app's pages live in, also on a host name of its own. */
export const homeOfApp: Readonly<Record<AppName, string>> = { shop: "", supplier: "/supplier", admin: "/admin" };
