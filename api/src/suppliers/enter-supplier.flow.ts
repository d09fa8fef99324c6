import { checkActive } from "../catalogue/item.js";
import { holdItems } from "../catalogue/item.store.js";
import { refreshShelvesUsing } from "../catalogue/shelf.store.js";
import { INVITATION_LIFE_MS } from "../identity/account.js";
import { addAccount, addLink } from "../identity/identity.store.js";
import { linkUrl } from "../identity/link-url.js";
import { must, Refusal } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { isDuplicate } from "../platform/unit-of-work.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { cleanDetails, ownerOf, type SupplierDetails } from "./application.js";
import { supplierFacts } from "./facts.js";
import { invitationSeal } from "./letters.js";
import { addEffectiveServices, effectiveServices } from "./service.store.js";
import { addMember, addSupplier } from "./supplier.store.js";

/**
 * Staff type a supplier in that brought its papers otherwise: the supplier, its owner's account, an invitation and
 * services in force, all or nothing, once. Refuses VALIDATION, SERVICES_MISSING, USCC_TAKEN, LOGIN_TAKEN.
 */
export async function enterSupplier(
  platform: Platform,
  viewer: Viewer,
  input: { details: SupplierDetails; idempotencyKey: string; origin: string },
): Promise<{ supplierId: string; invitationLink: string }> {
  must(holds(viewer, "suppliers.manage"), "FORBIDDEN");
  const details = cleanDetails(input.details);
  const tokenOf = (owner: { accountId: string; invitedAt: number }): string =>
    platform.signer.sign(invitationSeal(owner.accountId, owner.invitedAt));
  const once = { operation: "enterSupplier", key: input.idempotencyKey, input: details };
  const entered = await platform.work.once(viewer, once, async (tx) => {
    const itemIds = details.services.map((service) => service.itemId);
    checkActive(await holdItems(tx, itemIds), itemIds);
    const supplier = await addSupplier(tx, details);
    const account = await addAccount(tx, "SUPPLIER", ownerOf(details)).catch((error: unknown) => {
      throw isDuplicate(error) ? new Refusal("LOGIN_TAKEN", { field: "contactEmail" }) : error;
    });
    await addMember(tx, { supplierId: supplier.id, accountId: account.id, role: "OWNER" });
    await addEffectiveServices(tx, supplier.id, details.services);
    const owner = { accountId: account.id, invitedAt: tx.now };
    await addLink(tx, "SUPPLIER_INVITATION", account.id, tokenOf(owner), INVITATION_LIFE_MS);
    await refreshShelvesUsing(tx, itemIds, (ids) => effectiveServices(tx, ids));
    tx.record(supplierFacts.founded(supplier.id, null));
    return { supplierId: supplier.id, ...owner };
  });
  return { supplierId: entered.supplierId, invitationLink: linkUrl(input.origin, "SUPPLIER", tokenOf(entered)) };
}
