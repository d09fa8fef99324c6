import { checkActive } from "../catalogue/item.js";
import { holdItems } from "../catalogue/item.store.js";
import { refreshShelvesUsing } from "../catalogue/shelf.store.js";
import { INVITATION_LIFE_MS } from "../identity/account.js";
import { addAccount, addLink } from "../identity/identity.store.js";
import { linkUrl } from "../identity/link-url.js";
import { dayStamp } from "../kernel/day.js";

import { found, must, Refusal } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { isDuplicate } from "../platform/unit-of-work.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { applicationLife, checkComplete, cleanDetails, ownerOf } from "./application.js";
import { applicationById, linkSupplier, setApplicationState } from "./application.store.js";
import { applicationFacts, queuesMoved, supplierFacts } from "./facts.js";
import { invitationSeal } from "./letters.js";
import { addEffectiveServices, effectiveServices } from "./service.store.js";
import { addMember, addSupplier } from "./supplier.store.js";

/**
 * Turns an application into a supplier with its owner's account, an invitation and services in force: all or nothing,
 * once. The invitation is answered to the reviewer; the letter with it follows the founding. Refuses USCC_TAKEN and LOGIN_TAKEN, also
 * when two approvals come at once; STALE_VERSION; and what a submission would be refused for.
 */
export async function approveSupplierApplication(
  platform: Platform,
  viewer: Viewer,
  input: { applicationId: string; version: number; idempotencyKey: string; origin: string },
): Promise<{ supplierId: string; invitationLink: string }> {
  must(holds(viewer, "suppliers.review"), "FORBIDDEN");
  const tokenOf = (owner: { accountId: string; invitedAt: number }): string =>
    platform.signer.sign(invitationSeal(owner.accountId, owner.invitedAt));
  const { applicationId, version, idempotencyKey: key } = input;
  const once = { operation: "approveSupplierApplication", key, input: { applicationId, version } };
  const approved = await platform.work.once(viewer, once, async (tx) => {
    const application = found(await applicationById(tx, applicationId));
    must(application.version === version, "STALE_VERSION");
    const state = applicationLife.after(application.state, "APPROVE");
    checkComplete(application, dayStamp(tx.now));
    const details = cleanDetails(application);
    const itemIds = details.services.map((service) => service.itemId);
    checkActive(await holdItems(tx, itemIds), itemIds);
    await setApplicationState(tx, application, state, { decidedAt: tx.now, reviewerId: tx.actorId, reason: null });
    const supplier = await addSupplier(tx, details);
    await linkSupplier(tx, application.id, supplier.id);
    const account = await addAccount(tx, "SUPPLIER", ownerOf(details)).catch((error: unknown) => {
      throw isDuplicate(error) ? new Refusal("LOGIN_TAKEN", { field: "contactEmail" }) : error;
    });
    await addMember(tx, { supplierId: supplier.id, accountId: account.id, role: "OWNER" });
    await addEffectiveServices(tx, supplier.id, details.services);
    const owner = { accountId: account.id, invitedAt: tx.now };
    await addLink(tx, "SUPPLIER_INVITATION", account.id, tokenOf(owner), INVITATION_LIFE_MS);
    await refreshShelvesUsing(tx, itemIds, (ids) => effectiveServices(tx, ids));
    tx.record(
      applicationFacts.approved(application.id, supplier.id),
      supplierFacts.founded(supplier.id, application.id),
    );
    tx.record(queuesMoved("applications"));
    return { supplierId: supplier.id, ...owner };
  });
  return {
    supplierId: approved.supplierId,
    invitationLink: linkUrl(input.origin, "SUPPLIER", tokenOf(approved)),
  };
}
