import type { Platform } from "../platform/platform.js";
import { permissions, SYSTEM } from "../platform/viewer.js";
import { allRoles, changeRole, lockAccess } from "./identity.store.js";
import { isAdministrators, lacking } from "./role.js";

/**
 * Gives the administrators' role what it lacks of the permissions there are: a database that an earlier release left knows
 * nothing of those that came since, and nobody could grant what nobody holds. Run at every start; does nothing when
 * nothing is lacking, and before there are any roles. Never takes a permission away, so that an earlier release which
 * still runs beside this one loses nothing.
 */
export async function completeAdministrators(platform: Platform): Promise<void> {
  const stored = (await allRoles(platform.database.read)).find(isAdministrators);
  if (!stored || lacking(stored).length === 0) return;
  await platform.work.run(SYSTEM, async (tx) => {
    await lockAccess(tx); // of processes that start at once the second finds nothing left to do
    const role = (await allRoles(tx)).find(isAdministrators);
    if (!role || lacking(role).length === 0) return;
    const held = [...new Set([...role.permissions, ...permissions])];
    await changeRole(tx, role.id, role.version, { name: role.name, permissions: held });
  });
  platform.log.info({ permissions: lacking(stored) }, "Administrators hold permissions that are new.");
}
