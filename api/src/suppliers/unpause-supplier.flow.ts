import { refreshShelvesUsing } from "../catalogue/shelf.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import { type SupplierMemberViewer, SYSTEM } from "../platform/viewer.js";
import { supplierFacts } from "./facts.js";
import { effectiveServices, itemsServedBy } from "./service.store.js";
import { supplierLife } from "./supplier.js";
import {
  noPause,
  type SupplierRow,
  setPausePlan,
  setPauseTimers,
  setSupplierState,
  supplierById,
} from "./supplier.store.js";

/**
 * The owner takes new orders again, or drops a pause that has not begun. Refuses INVALID_STATE when neither is to be had,
 * STALE_VERSION.
 */
export async function unpauseSupplier(
  platform: Platform,
  viewer: SupplierMemberViewer,
  input: { version: number },
): Promise<void> {
  await platform.work.run(viewer, async (tx) => {
    const supplier = found(await supplierById(tx, viewer.supplierId));
    must(supplier.version === input.version, "STALE_VERSION");
    if (supplier.state === "ACTIVE" && supplier.pauseFrom !== null) {
      await setPausePlan(tx, supplier, noPause);
      await setPauseTimers(tx, supplier.id, { begins: null, ends: null });
      const itemIds = await itemsServedBy(tx, supplier.id);
      await refreshShelvesUsing(tx, itemIds, (ids) => effectiveServices(tx, ids));
      tx.record(supplierFacts.pauseDropped(supplier.id));
      return;
    }
    await takeOrdersAgain(tx, supplier);
  });
}

/** A pause's last instant is over. A supplier that is not paused, or paused anew without that end, is left alone. */
export async function endPlannedPause(platform: Platform, input: { supplierId: string }): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    const supplier = await supplierById(tx, input.supplierId);
    if (!supplier || supplier.pauseTo === null || supplier.pauseTo > tx.now) return;
    if (supplierLife.allows(supplier.state, "UNPAUSE")) return takeOrdersAgain(tx, supplier);
    await setPausePlan(tx, supplier, noPause);
  });
}

async function takeOrdersAgain(tx: Tx, supplier: SupplierRow): Promise<void> {
  await setSupplierState(tx, supplier, supplierLife.after(supplier.state, "UNPAUSE"), null, noPause);
  await setPauseTimers(tx, supplier.id, { begins: null, ends: null });
  const itemIds = await itemsServedBy(tx, supplier.id);
  await refreshShelvesUsing(tx, itemIds, (ids) => effectiveServices(tx, ids));
  tx.record(supplierFacts.unpaused(supplier.id));
}
