import { refreshShelvesUsing } from "../catalogue/shelf.store.js";
import { passOffersOn } from "../fulfilment/offer.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { SupplierMemberViewer } from "../platform/viewer.js";
import { supplierFacts } from "./facts.js";
import { effectiveServices, itemsServedBy } from "./service.store.js";
import { supplierLife } from "./supplier.js";
import { setSupplierState, supplierById } from "./supplier.store.js";

/**
 * The owner stops taking new orders for a while: offers not answered go to the next candidates, open work goes on.
 * Refuses INVALID_STATE, STALE_VERSION.
 */
export async function pauseSupplier(
  platform: Platform,
  viewer: SupplierMemberViewer,
  input: { version: number },
): Promise<void> {
  await platform.work.run(viewer, async (tx) => {
    const supplier = found(await supplierById(tx, viewer.supplierId));
    must(supplier.version === input.version, "STALE_VERSION");
    await setSupplierState(tx, supplier, supplierLife.after(supplier.state, "PAUSE"), null);
    const itemIds = await itemsServedBy(tx, supplier.id);
    await refreshShelvesUsing(tx, itemIds, (ids) => effectiveServices(tx, ids));
    await passOffersOn(tx, supplier.id, { because: "SUPPLIER_PAUSED", reason: null });
    tx.record(supplierFacts.paused(supplier.id));
  });
}
