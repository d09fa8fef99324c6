import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Permission, permissions, type Staff } from "../platform/viewer.js";
import { checkGrant } from "./access.js";
import { cleanText } from "./account.js";
import { addRole, allRoles, changeRole, countHolders, lockAccess } from "./identity.store.js";
import { isAdministrators } from "./role.js";

/**
 * Makes or edits a role, a named bundle of permissions. Refuses FORBIDDEN for permissions beyond the viewer's own,
 * before or after, and for the administrators' role, which always holds all; LAST_ADMINISTRATOR when nobody could manage staff after it.
 */
export async function saveRole(
  platform: Platform,
  viewer: Staff,
  input: { id: string | null; version: number | null; name: string; permissions: readonly string[] },
): Promise<string> {
  must(holds(viewer, "staff.manage"), "FORBIDDEN");
  const name = cleanText(input.name, "name", 50);
  const wanted = [...new Set(input.permissions)];
  const unknown = wanted.find((permission) => !(permissions as readonly string[]).includes(permission));
  must(unknown === undefined, "VALIDATION", { field: "permissions" });
  checkGrant(wanted as Permission[], viewer.permissions);
  return platform.work.run(viewer, async (tx) => {
    await lockAccess(tx);
    const bundle = { name, permissions: wanted as Permission[] };
    if (input.id === null) return (await addRole(tx, { ...bundle, builtIn: false })).id;
    const role = found((await allRoles(tx)).find((known) => known.id === input.id));
    must(!isAdministrators(role), "FORBIDDEN");
    checkGrant(role.permissions, viewer.permissions);
    await changeRole(tx, role.id, input.version ?? 0, bundle);
    must((await countHolders(tx, "staff.manage")) > 0, "LAST_ADMINISTRATOR");
    return role.id;
  });
}
