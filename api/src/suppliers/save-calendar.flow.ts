import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { SupplierMemberViewer } from "../platform/viewer.js";
import { type Calendar, cleanCalendar } from "./calendar.js";
import { saveCalendar } from "./capacity.store.js";
import { supplierFacts } from "./facts.js";
import { itemsServedBy } from "./service.store.js";
import { lockSupplier } from "./supplier.store.js";

/**
 * A supplier says on which days it works and how much it takes, for everything or for one of its items; null lets an item
 * follow the supplier again. Days that are kept for orders stay kept. Refuses VALIDATION, STALE_VERSION, NOT_FOUND for an
 * item it does not serve, INVALID_STATE once the cooperation has ended.
 */
export async function saveSupplierCalendar(
  platform: Platform,
  viewer: SupplierMemberViewer,
  input: { itemId: string | null; version: number; calendar: Calendar | null },
): Promise<void> {
  must(input.calendar !== null || input.itemId !== null, "VALIDATION", { field: "calendar" });
  const calendar = input.calendar && cleanCalendar(input.calendar);
  await platform.work.run(viewer, async (tx) => {
    const supplier = found(await lockSupplier(tx, viewer.supplierId));
    must(supplier.state !== "TERMINATED", "INVALID_STATE", { thing: "supplier", state: supplier.state });
    const { itemId, version } = input;
    if (itemId !== null) must((await itemsServedBy(tx, supplier.id)).includes(itemId), "NOT_FOUND");
    await saveCalendar(tx, { supplierId: supplier.id, itemId }, version, calendar);
    tx.record(supplierFacts.calendarSaved(supplier.id, itemId));
  });
}
