import { checkActive } from "../catalogue/item.js";
import { itemsById } from "../catalogue/item.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { propose } from "./proposal.store.js";
import type { ServiceProposal } from "./service-terms.js";
import { supplierById } from "./supplier.store.js";

/**
 * Staff propose a service for a supplier, as it would itself; while the policy wants two people, another of them approves.
 * Refuses NOT_FOUND, VALIDATION, STALE_VERSION when two come at once, INVALID_STATE once the cooperation has ended.
 */
export async function proposeServiceFor(
  platform: Platform,
  viewer: Viewer,
  input: { supplierId: string; proposal: ServiceProposal; idempotencyKey: string },
): Promise<{ serviceId: string }> {
  must(holds(viewer, "suppliers.manage"), "FORBIDDEN");
  const { supplierId, proposal, idempotencyKey: key } = input;
  const once = { operation: "proposeServiceFor", key, input: { supplierId, proposal } };
  return platform.work.once(viewer, once, async (tx) => {
    const supplier = found(await supplierById(tx, supplierId));
    checkActive(await itemsById(tx, [proposal.itemId]), [proposal.itemId], "itemId");
    const service = await propose(tx, supplier, proposal);
    return { serviceId: service.id };
  });
}
