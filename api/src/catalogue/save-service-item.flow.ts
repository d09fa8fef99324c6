import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { effectiveServices } from "../suppliers/service.store.js";
import { itemFacts } from "./facts.js";
import { cleanItem, type ItemSpec, itemLife } from "./item.js";
import { addItem, categoryById, itemById, setItem } from "./item.store.js";
import { refreshShelvesUsing } from "./shelf.store.js";

/**
 * Adds a service item as a DRAFT or changes one. Orders keep the milestones they were placed with; who lacks a certificate
 * it asks for now leaves the shop with it. Refuses VALIDATION, NOT_FOUND, STALE_VERSION, INVALID_STATE for a retired one.
 */
export async function saveServiceItem(
  platform: Platform,
  viewer: Viewer,
  input: { id: string | null; version: number | null; item: ItemSpec },
): Promise<string> {
  must(holds(viewer, "catalogue.manage"), "FORBIDDEN");
  const spec = cleanItem(input.item);
  return platform.work.run(viewer, async (tx) => {
    must(await categoryById(tx, spec.categoryId), "VALIDATION", { field: "categoryId" });
    if (input.id === null) {
      const added = await addItem(tx, spec);
      tx.record(itemFacts.saved(added.id));
      return added.id;
    }
    const item = found(await itemById(tx, input.id));
    must(item.version === input.version, "STALE_VERSION");
    itemLife.after(item.state, "EDIT");
    await setItem(tx, item, spec);
    if (String(item.requiredCertificates ?? []) !== String(spec.requiredCertificates)) {
      await refreshShelvesUsing(tx, [item.id], (ids) => effectiveServices(tx, ids));
    }
    tx.record(itemFacts.saved(item.id));
    return item.id;
  });
}
