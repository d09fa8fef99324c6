import { DAY } from "../kernel/clock.js";
import { must } from "../kernel/refusal.js";
import type { Permission } from "../platform/viewer.js";
import { apiKeyScopes } from "./role.js";

const KEY_LIFE_MAX_MS = 366 * DAY;

/** Nobody hands out what they don't hold themselves: refuses FORBIDDEN. */
export function checkGrant(granted: readonly Permission[], own: ReadonlySet<Permission>): void {
  const beyond = granted.find((permission) => !own.has(permission));
  must(beyond === undefined, "FORBIDDEN", { permission: beyond ?? "" });
}

/** What an API key may be given: at least one scope, only known ones, only one's own, at most a year. */
export function checkApiKey(
  scopes: readonly Permission[],
  expiresAt: number,
  own: ReadonlySet<Permission>,
  now: number,
): void {
  must(scopes.length > 0, "VALIDATION", { field: "scopes" });
  const foreign = scopes.find((scope) => !apiKeyScopes.includes(scope));
  must(foreign === undefined, "VALIDATION", { field: "scopes" });
  must(expiresAt > now && expiresAt <= now + KEY_LIFE_MAX_MS, "VALIDATION", { field: "expiresAt" });
  checkGrant(scopes, own);
}
