import { sellableProduct } from "../catalogue/catalogue.store.js";
import { DAY } from "../kernel/clock.js";
import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { openBook } from "../pricing/book.store.js";
import { priceProduct, type Wishes } from "../pricing/price.js";
import { effectiveServices } from "../suppliers/service.store.js";
import { contentFromPrice } from "./from-product.js";
import type { QuotationContent } from "./quotation.js";

export interface QuoteProduct extends Wishes {
  readonly productId: string;
  /** Whom it is for, so that their groups' rules count; null while that is open. */
  readonly customerId: string | null;
}

/** How long what is proposed is good for. */
const VALID_MS = 7 * DAY;

/**
 * What the pricing engine proposes for a product on sale, as the content of a version that staff then edit; nothing is
 * written. Refuses FORBIDDEN, PRODUCT_NOT_AVAILABLE and what pricing refuses.
 */
export async function quoteProduct(platform: Platform, viewer: Viewer, input: QuoteProduct): Promise<QuotationContent> {
  must(holds(viewer, "quotations.manage"), "FORBIDDEN");
  const { read } = platform.database;
  const sellable = await sellableProduct(read, input.productId);
  must(sellable, "PRODUCT_NOT_AVAILABLE", { field: "productId" });
  const { version, components } = sellable;
  const at = platform.clock.now();
  const itemIds = components.map(({ itemId }) => itemId);
  const services = await effectiveServices(read, itemIds, { at });
  const book = await openBook(read, {
    at,
    formulaCodes: components.flatMap((component) => component.priceFormula ?? []),
    customerId: input.customerId,
  });
  const price = priceProduct(version, components, services, input, "COMPLETE", book);
  return contentFromPrice(price, version, components, at + VALID_MS);
}
