import { refreshShelvesUsing } from "../catalogue/shelf.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { SupplierMemberViewer } from "../platform/viewer.js";
import { supplierFacts } from "./facts.js";
import { effectiveServices, itemsServedBy } from "./service.store.js";
import { supplierLife } from "./supplier.js";
import { setSupplierState, supplierById } from "./supplier.store.js";

/** The owner takes new orders again. Refuses INVALID_STATE, STALE_VERSION. */
export async function unpauseSupplier(
  platform: Platform,
  viewer: SupplierMemberViewer,
  input: { version: number },
): Promise<void> {
  await platform.work.run(viewer, async (tx) => {
    const supplier = found(await supplierById(tx, viewer.supplierId));
    must(supplier.version === input.version, "STALE_VERSION");
    await setSupplierState(tx, supplier, supplierLife.after(supplier.state, "UNPAUSE"), null);
    const itemIds = await itemsServedBy(tx, supplier.id);
    await refreshShelvesUsing(tx, itemIds, (ids) => effectiveServices(tx, ids));
    tx.record(supplierFacts.unpaused(supplier.id));
  });
}
