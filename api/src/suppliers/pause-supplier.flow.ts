import { refreshShelvesUsing } from "../catalogue/shelf.store.js";
import { passOffersOn } from "../fulfilment/offer.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import { type SupplierMemberViewer, SYSTEM } from "../platform/viewer.js";
import { supplierFacts } from "./facts.js";
import { effectiveServices, itemsServedBy } from "./service.store.js";
import { cleanPause, type PausePlan, supplierLife } from "./supplier.js";
import { type SupplierRow, setPausePlan, setPauseTimers, setSupplierState, supplierById } from "./supplier.store.js";

/**
 * The owner stops taking new orders for a while, at once or from a day to come, with or without an end. At once: offers
 * not answered go to the next candidates, open work goes on. Refuses INVALID_STATE, STALE_VERSION, VALIDATION.
 */
export async function pauseSupplier(
  platform: Platform,
  viewer: SupplierMemberViewer,
  input: PausePlan & { version: number },
): Promise<void> {
  await platform.work.run(viewer, async (tx) => {
    const supplier = found(await supplierById(tx, viewer.supplierId));
    must(supplier.version === input.version, "STALE_VERSION");
    supplierLife.after(supplier.state, "PAUSE"); // refuses before the days are looked at
    const { from, to, note } = cleanPause(input, tx.now);
    const plan = { pauseFrom: from, pauseTo: to, pauseNote: note };
    if (from <= tx.now) {
      await setPauseTimers(tx, supplier.id, { begins: null, ends: to });
      return stopTakingOrders(tx, supplier, plan);
    }
    await setPausePlan(tx, supplier, plan);
    await setPauseTimers(tx, supplier.id, { begins: from, ends: to });
    tx.record(supplierFacts.pausePlanned(supplier.id, from, to));
  });
}

/** The first instant of a planned pause has come. Of a plan that was dropped, or a supplier that stopped otherwise, nothing happens. */
export async function beginPlannedPause(platform: Platform, input: { supplierId: string }): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    const supplier = await supplierById(tx, input.supplierId);
    if (!supplier || supplier.pauseFrom === null || supplier.pauseFrom > tx.now) return;
    if (supplierLife.allows(supplier.state, "PAUSE")) await stopTakingOrders(tx, supplier, {});
  });
}

async function stopTakingOrders(
  tx: Tx,
  supplier: SupplierRow,
  plan: Parameters<typeof setSupplierState>[4],
): Promise<void> {
  await setSupplierState(tx, supplier, supplierLife.after(supplier.state, "PAUSE"), null, plan);
  const itemIds = await itemsServedBy(tx, supplier.id);
  await refreshShelvesUsing(tx, itemIds, (ids) => effectiveServices(tx, ids));
  await passOffersOn(tx, supplier.id, { because: "SUPPLIER_PAUSED", reason: null });
  tx.record(supplierFacts.paused(supplier.id));
}
