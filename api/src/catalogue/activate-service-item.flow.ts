import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { itemFacts } from "./facts.js";
import { cleanMilestones, itemLife } from "./item.js";
import { itemById, setItemState } from "./item.store.js";

/** From now on suppliers may offer the item and products may contain it. Refuses INVALID_STATE, STALE_VERSION. */
export async function activateServiceItem(
  platform: Platform,
  viewer: Viewer,
  input: { itemId: string; version: number },
): Promise<void> {
  must(holds(viewer, "catalogue.manage"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const item = found(await itemById(tx, input.itemId));
    must(item.version === input.version, "STALE_VERSION");
    cleanMilestones(item.milestones);
    await setItemState(tx, item, itemLife.after(item.state, "ACTIVATE"));
    tx.record(itemFacts.activated(item.id));
  });
}
