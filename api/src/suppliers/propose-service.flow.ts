import { checkActive } from "../catalogue/item.js";
import { itemsById } from "../catalogue/item.store.js";
import { found } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { SupplierMemberViewer } from "../platform/viewer.js";
import { propose } from "./proposal.store.js";
import type { ServiceProposal } from "./service-terms.js";
import { supplierById } from "./supplier.store.js";

/**
 * A supplier offers an item, or other terms for one it offers. Nothing changes for customers until staff approve and its
 * day has come. An earlier proposal for the same item is replaced. Refuses VALIDATION; STALE_VERSION when two come at once;
 * INVALID_STATE once the cooperation has ended.
 */
export async function proposeService(
  platform: Platform,
  viewer: SupplierMemberViewer,
  input: { proposal: ServiceProposal; idempotencyKey: string },
): Promise<{ serviceId: string }> {
  const { proposal, idempotencyKey: key } = input;
  const once = { operation: "proposeService", key, input: proposal };
  return platform.work.once(viewer, once, async (tx) => {
    const supplier = found(await supplierById(tx, viewer.supplierId));
    checkActive(await itemsById(tx, [proposal.itemId]), [proposal.itemId], "itemId");
    const service = await propose(tx, supplier, proposal);
    return { serviceId: service.id };
  });
}
