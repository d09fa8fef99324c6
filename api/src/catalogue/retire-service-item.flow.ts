import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { itemFacts } from "./facts.js";
import { itemLife } from "./item.js";
import { holdItems, publishedUses, setItemState } from "./item.store.js";

/** Takes an item out of use; open work goes on. Refuses ITEM_IN_USE while a published product contains it. */
export async function retireServiceItem(
  platform: Platform,
  viewer: Viewer,
  input: { itemId: string; version: number },
): Promise<void> {
  must(holds(viewer, "catalogue.manage"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    // Held, so that nobody publishes a product of it between the question and the answer.
    const item = found((await holdItems(tx, [input.itemId])).get(input.itemId));
    must(item.version === input.version, "STALE_VERSION");
    const state = itemLife.after(item.state, "RETIRE");
    const uses = (await publishedUses(tx, [item.id])).get(item.id) ?? 0;
    must(uses === 0, "ITEM_IN_USE", { products: uses });
    await setItemState(tx, item, state);
    tx.record(itemFacts.retired(item.id));
  });
}
