import { refreshShelvesUsing } from "../catalogue/shelf.store.js";
import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { supplierFacts } from "./facts.js";
import { effectiveServices, itemsServedBy } from "./service.store.js";
import { supplierLife } from "./supplier.js";
import { setSupplierState, supplierById } from "./supplier.store.js";

/** Ends a suspension. Refuses REASON_REQUIRED, INVALID_STATE, STALE_VERSION. */
export async function resumeSupplier(
  platform: Platform,
  viewer: Viewer,
  input: { supplierId: string; version: number; reason: string },
): Promise<void> {
  must(holds(viewer, "suppliers.manage"), "FORBIDDEN");
  const reason = cleanReason(input.reason);
  await platform.work.run(viewer, async (tx) => {
    const supplier = found(await supplierById(tx, input.supplierId));
    must(supplier.version === input.version, "STALE_VERSION");
    await setSupplierState(tx, supplier, supplierLife.after(supplier.state, "RESUME"), null);
    const itemIds = await itemsServedBy(tx, supplier.id);
    await refreshShelvesUsing(tx, itemIds, (ids) => effectiveServices(tx, ids));
    tx.record(supplierFacts.resumed(supplier.id, reason));
  });
}
