import { sellableProduct } from "../catalogue/catalogue.store.js";
import { DAY } from "../kernel/clock.js";
import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Customer } from "../platform/viewer.js";
import { openBook } from "../pricing/book.store.js";
import { priceProduct, type Wishes } from "../pricing/price.js";
import { effectiveServices } from "../suppliers/service.store.js";
import { quotationFacts } from "./facts.js";
import { contentFromPrice } from "./from-product.js";
import { addQuotation, addRequest, countAsked, setQuotation } from "./quotation.store.js";
import { cleanWish } from "./request.js";

export interface RequestQuotation extends Wishes {
  readonly productId: string;
  /** What the price should take into account, in the customer's words. */
  readonly text: string;
  readonly idempotencyKey: string;
}

/** So many prices may be waited for at a time. */
const ASKED_LIMIT = 20;

/** How long the drafted version is good for unless staff say otherwise. */
const VALID_MS = 7 * DAY;

/**
 * A customer asks for a price of a product. Staff find a draft with everything that was chosen, priced as the catalogue
 * would, and answer by sending it. Returns the quotation's id; a repeat with the same key returns the same one. Refuses
 * PRODUCT_NOT_AVAILABLE, RATE_LIMITED while twenty wait for an answer, and what pricing refuses.
 */
export async function requestQuotation(
  platform: Platform,
  viewer: Customer,
  request: RequestQuotation,
): Promise<string> {
  const { idempotencyKey: key, ...input } = request;
  const text = cleanWish(input.text);
  const made = await platform.work.once(viewer, { operation: "requestQuotation", key, input }, async (tx) => {
    must((await countAsked(tx, viewer.accountId)) < ASKED_LIMIT, "RATE_LIMITED", { max: ASKED_LIMIT });
    const sellable = await sellableProduct(tx, input.productId);
    must(sellable, "PRODUCT_NOT_AVAILABLE", { field: "productId" });
    const { product, version, components } = sellable;
    const itemIds = components.map((component) => component.itemId);
    const book = await openBook(tx, {
      at: tx.now,
      formulaCodes: components.flatMap((component) => component.priceFormula ?? []),
      customerId: viewer.accountId,
    });
    const price = priceProduct(version, components, await effectiveServices(tx, itemIds), input, "COMPLETE", book);
    const content = contentFromPrice(price, version, components, tx.now + VALID_MS);
    const draft = { customerId: viewer.accountId, source: "CATALOGUE" as const, sourceId: product.id, ...content };
    const quotation = await addQuotation(tx, draft, "DRAFT");
    await addRequest(tx, quotation, text);
    await setQuotation(tx, quotation, { attention: "REQUESTED" });
    tx.record(quotationFacts.requested(quotation, { productId: product.id }));
    return { quotationId: quotation.id };
  });
  return made.quotationId;
}
