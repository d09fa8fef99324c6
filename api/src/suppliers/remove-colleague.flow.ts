import { accountById, endSessions, setAccountActive } from "../identity/identity.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { SupplierMemberViewer } from "../platform/viewer.js";
import { supplierFacts } from "./facts.js";
import { checkOwner, checkRemoval } from "./member.js";
import { countOwners, lockSupplier, memberOf, memberOfAccount, setMember } from "./supplier.store.js";

/**
 * An owner shuts a colleague out: their account is disabled and every session ends at once. Two owners who remove each
 * other at the same moment take turns, so one stays. Refuses LAST_OWNER, NOT_FOUND for another supplier's, STALE_VERSION.
 */
export async function removeColleague(
  platform: Platform,
  viewer: SupplierMemberViewer,
  input: { memberId: string; version: number },
): Promise<void> {
  await platform.work.run(viewer, async (tx) => {
    await lockSupplier(tx, viewer.supplierId);
    checkOwner(await memberOfAccount(tx, viewer.accountId));
    const member = found(await memberOf(tx, viewer.supplierId, input.memberId));
    must(member.active, "NOT_FOUND");
    must(member.version === input.version, "STALE_VERSION");
    checkRemoval(member, await countOwners(tx, viewer.supplierId));
    await setMember(tx, member, { active: false, role: member.role });
    const account = found(await accountById(tx, member.accountId));
    await setAccountActive(tx, account.id, account.version, false);
    await endSessions(tx, account.id);
    tx.record(supplierFacts.colleagueRemoved(viewer.supplierId, member.id));
  });
}
