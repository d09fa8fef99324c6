import type { Milestone } from "../catalogue/item.js";
import { activeItems } from "../catalogue/item.store.js";
import type { Fen } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { effectiveServices } from "../suppliers/service.store.js";

/** An item and somebody who can do it in the region now, at its sale price. */
export interface Quotable {
  readonly itemId: string;
  readonly itemName: string;
  readonly unit: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly salePrice: Fen;
  /** The steps of the work, which parts of a plan may wait for. */
  readonly milestones: readonly Milestone[];
}

const CAP = 200;

/** What can be put into a quotation for a region, by item and then by price, at most 200. Refuses FORBIDDEN. */
export async function listQuotable(
  platform: Platform,
  viewer: Viewer,
  input: { readonly regionCode: string; readonly search: string | null },
): Promise<Quotable[]> {
  must(holds(viewer, "quotations.manage"), "FORBIDDEN");
  const { read } = platform.database;
  const items = await activeItems(read, { search: input.search, categoryId: null });
  const services = await effectiveServices(
    read,
    items.map(({ id }) => id),
  );
  const able = services.filter(({ regions }) => regions.includes(input.regionCode));
  return items
    .flatMap((item) =>
      able
        .filter(({ itemId }) => itemId === item.id)
        .map(({ itemId, supplierId, supplierName, salePrice }) => ({
          ...{ itemId, itemName: item.name, unit: item.unit, milestones: item.milestones },
          ...{ supplierId, supplierName, salePrice: salePrice as Fen },
        })),
    )
    .slice(0, CAP);
}
