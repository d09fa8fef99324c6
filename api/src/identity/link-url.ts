import type { Audience } from "./account.js";
import { appOfAudience, homeOfApp } from "./apps.js";

/**
 * The page of the right app that lets the owner set a password. `origin` is that app's own (separate host names) or the
 * common one. The token stands behind `#`, so it never reaches a server's log or a referrer.
 */
export function linkUrl(origin: string, audience: Audience, token: string): string {
  return `${origin}${homeOfApp[appOfAudience[audience]]}/set-password#${token}`;
}
