import { type AppName, appOfAudience, homeOfApp } from "../identity/apps.js";
import type { NoticeAudience } from "./notice.js";

/** The app a notice's reader uses; an applicant reads in the supplier's. */
export const appOf = (audience: NoticeAudience): AppName =>
  audience === "APPLICANT" ? "supplier" : appOfAudience[audience];

/** A page of an app as a path on the app's host. */
export const pathIn = (app: AppName, path: string): string => `${homeOfApp[app]}${path}`;
