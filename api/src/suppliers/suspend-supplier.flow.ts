import { refreshShelvesUsing } from "../catalogue/shelf.store.js";
import { passOffersOn } from "../fulfilment/offer.store.js";
import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { supplierFacts } from "./facts.js";
import { effectiveServices, itemsServedBy } from "./service.store.js";
import { supplierLife } from "./supplier.js";
import { noPause, setPauseTimers, setSupplierState, supplierById } from "./supplier.store.js";

/**
 * Stops selling and dispatching a supplier's services: offers it has not answered go to the next candidates. Its people
 * may still sign in and finish open work. A pause it had planned is gone: resumed, it takes orders again. Refuses REASON_REQUIRED, INVALID_STATE, STALE_VERSION.
 */
export async function suspendSupplier(
  platform: Platform,
  viewer: Viewer,
  input: { supplierId: string; version: number; reason: string },
): Promise<void> {
  must(holds(viewer, "suppliers.manage"), "FORBIDDEN");
  const reason = cleanReason(input.reason);
  await platform.work.run(viewer, async (tx) => {
    const supplier = found(await supplierById(tx, input.supplierId));
    must(supplier.version === input.version, "STALE_VERSION");
    await setSupplierState(tx, supplier, supplierLife.after(supplier.state, "SUSPEND"), reason, noPause);
    await setPauseTimers(tx, supplier.id, { begins: null, ends: null });
    const itemIds = await itemsServedBy(tx, supplier.id);
    await refreshShelvesUsing(tx, itemIds, (ids) => effectiveServices(tx, ids));
    await passOffersOn(tx, supplier.id, { because: "SUPPLIER_SUSPENDED", reason });
    tx.record(supplierFacts.suspended(supplier.id, reason));
  });
}
