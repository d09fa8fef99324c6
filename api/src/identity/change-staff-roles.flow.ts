import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Staff } from "../platform/viewer.js";
import { checkGrant } from "./access.js";
import {
  accountById,
  allRoles,
  countHolders,
  endSessions,
  lockAccess,
  permissionsOf,
  setRolesOf,
  touchAccount,
} from "./identity.store.js";

/**
 * Gives a staff account other roles and ends its sessions, so that what it may do changes at once. Refuses FORBIDDEN
 * when the account holds, or would get, more than the viewer does; LAST_ADMINISTRATOR when nobody could manage staff
 * after it.
 */
export async function changeStaffRoles(
  platform: Platform,
  viewer: Staff,
  input: { staffId: string; roleIds: readonly string[]; version: number },
): Promise<void> {
  must(holds(viewer, "staff.manage"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    await lockAccess(tx);
    const account = found(await accountById(tx, input.staffId));
    must(account.audience === "STAFF", "NOT_FOUND");
    checkGrant([...(await permissionsOf(tx, account.id))], viewer.permissions);
    const roles = new Map((await allRoles(tx)).map((role) => [role.id, role]));
    const granted = input.roleIds.map((id) => found(roles.get(id)));
    checkGrant(
      granted.flatMap((role) => role.permissions),
      viewer.permissions,
    );
    await touchAccount(tx, account.id, input.version);
    await setRolesOf(tx, account.id, input.roleIds);
    must((await countHolders(tx, "staff.manage")) > 0, "LAST_ADMINISTRATOR");
    await endSessions(tx, account.id, account.id === viewer.accountId ? viewer.sessionId : null);
  });
}
