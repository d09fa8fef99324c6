import type { Audience } from "./account.js";

const paths: Readonly<Record<Audience, string>> = { CUSTOMER: "/", SUPPLIER: "/supplier/", STAFF: "/admin/" };

/**
 * The page of the right app that lets the owner set a password. `origin` is that app's own (separate host names) or the
 * common one. The token stands behind `#`, so it never reaches a server's log or a referrer.
 */
export function linkUrl(origin: string, audience: Audience, token: string): string {
  return `${origin}${paths[audience]}set-password#${token}`;
}
