import { checkActive } from "../catalogue/item.js";
import { itemsById } from "../catalogue/item.store.js";
import type { Platform } from "../platform/platform.js";
import type { SupplierMemberViewer } from "../platform/viewer.js";
import { queuesMoved, serviceFacts } from "./facts.js";
import { cleanOffer, type ServiceOffer, serviceLife } from "./service.js";
import { addProposal, revisionsOf, setServiceState } from "./service.store.js";

/**
 * A supplier offers an item, or other prices for one it offers. Nothing changes for customers until staff approve. An
 * earlier proposal for the same item is replaced. Refuses VALIDATION; STALE_VERSION when two come at once.
 */
export async function proposeService(
  platform: Platform,
  viewer: SupplierMemberViewer,
  input: { offer: ServiceOffer; idempotencyKey: string },
): Promise<{ serviceId: string }> {
  const offer = cleanOffer(input.offer);
  const once = { operation: "proposeService", key: input.idempotencyKey, input: offer };
  return platform.work.once(viewer, once, async (tx) => {
    checkActive(await itemsById(tx, [offer.itemId]), [offer.itemId], "itemId");
    const revisions = await revisionsOf(tx, viewer.supplierId, offer.itemId);
    const open = revisions.find((revision) => revision.state === "PROPOSED");
    if (open) await setServiceState(tx, open, serviceLife.after(open.state, "SUPERSEDE"));
    const service = await addProposal(tx, viewer.supplierId, offer, (revisions[0]?.revision ?? 0) + 1);
    tx.record(serviceFacts.proposed(service), queuesMoved("proposedServices"));
    return { serviceId: service.id };
  });
}
