import { activeItems, itemsById } from "../catalogue/item.store.js";
import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { effectiveServices } from "../suppliers/service.store.js";
import type { InquiryRow } from "./inquiry.store.js";
import { ableServices, wantedItems } from "./routing.js";

/** What a bidder may price, with its own cost price to begin from. */
export interface PriceListEntry {
  readonly itemId: string;
  readonly itemName: string;
  readonly unit: string;
  readonly unitPrice: number;
}

/** The bidder's own services in force that an inquiry can use. Only ever its own. */
export async function readPriceList(
  platform: Platform,
  viewer: Viewer,
  inquiry: InquiryRow,
): Promise<PriceListEntry[]> {
  must(viewer.kind === "supplier", "FORBIDDEN");
  const { read } = platform.database;
  const { categoryId } = inquiry;
  const inCategory = categoryId ? await activeItems(read, { search: null, categoryId }) : [];
  const services = ableServices(
    inquiry,
    await effectiveServices(read, wantedItems(inquiry, inCategory), { at: platform.clock.now() }),
  );
  const own = services.filter(({ supplierId }) => supplierId === viewer.supplierId);
  const items = await itemsById(
    read,
    own.map(({ itemId }) => itemId),
  );
  return own.map(({ itemId, costPrice }) => {
    const item = items.get(itemId);
    return { itemId, itemName: item?.name ?? "", unit: item?.unit ?? "", unitPrice: costPrice };
  });
}
