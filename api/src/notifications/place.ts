import type { NoticeAudience } from "./notice.js";

type AppName = "shop" | "supplier" | "admin";

const apps: Readonly<Record<NoticeAudience, AppName>> = {
  CUSTOMER: "shop",
  SUPPLIER: "supplier",
  STAFF: "admin",
  APPLICANT: "supplier",
};
const bases: Readonly<Record<AppName, string>> = { shop: "", supplier: "/supplier", admin: "/admin" };

/** The app a notice's reader uses. */
export const appOf = (audience: NoticeAudience): AppName => apps[audience];

/** A page of an app as a path on the app's host. */
export const pathIn = (app: AppName, path: string): string => `${bases[app]}${path}`;
