import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { type EffectiveService, effectiveServices } from "../suppliers/service.store.js";

/** The services that can be bought now for many items, in one statement, by item. Carries costs: for rules, not for pages. */
export async function compareOffers(
  platform: Platform,
  _viewer: Viewer,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, EffectiveService[]>> {
  const byItem = new Map<string, EffectiveService[]>(itemIds.map((id) => [id, []]));
  for (const service of await effectiveServices(platform.database.read, itemIds))
    byItem.get(service.itemId)?.push(service);
  return byItem;
}
