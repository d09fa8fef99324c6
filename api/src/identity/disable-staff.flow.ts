import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Staff } from "../platform/viewer.js";
import { checkGrant } from "./access.js";
import {
  accountById,
  countHolders,
  endSessions,
  lockAccess,
  permissionsOf,
  setAccountActive,
} from "./identity.store.js";

/** Shuts a staff account out and ends its sessions at once. Refuses FORBIDDEN upwards, LAST_ADMINISTRATOR. */
export async function disableStaff(
  platform: Platform,
  viewer: Staff,
  input: { staffId: string; version: number },
): Promise<void> {
  must(holds(viewer, "staff.manage"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    await lockAccess(tx);
    const account = found(await accountById(tx, input.staffId));
    must(account.audience === "STAFF", "NOT_FOUND");
    checkGrant([...(await permissionsOf(tx, account.id))], viewer.permissions);
    await setAccountActive(tx, account.id, input.version, false);
    must((await countHolders(tx, "staff.manage")) > 0, "LAST_ADMINISTRATOR");
    await endSessions(tx, account.id);
  });
}
