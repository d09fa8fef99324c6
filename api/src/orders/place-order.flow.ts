import { type ProductRow, type ProductVersionRow, sellableProduct } from "../catalogue/catalogue.store.js";
import { frozenTerms, OWN_TERMS, principalOf } from "../catalogue/collection.js";
import { type Component, isSoldAtPrice } from "../catalogue/product.js";
import { addContract } from "../contracts/contract.store.js";
import { cleanPhone, cleanText } from "../identity/account.js";
import { type Fen, minus, ZERO } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import { planInstalments } from "../payments/instalment.js";
import { addInstalments } from "../payments/instalment.store.js";
import type { Platform } from "../platform/platform.js";
import { policies } from "../platform/policies.js";
import { fingerprint } from "../platform/signing.js";
import type { Tx } from "../platform/tx.js";
import type { Customer } from "../platform/viewer.js";
import { givenByPlatform } from "../pricing/basis.js";
import { openBook } from "../pricing/book.store.js";
import { redeemCoupon } from "../pricing/coupon.store.js";
import { tryCoupon } from "../pricing/coupon-tries.store.js";
import { mustKeepFloor, type PriceBreakdown, priceProduct, type Wishes } from "../pricing/price.js";
import { addSnapshot } from "../pricing/snapshot.store.js";
import { holdPlaces, placesOf } from "../suppliers/reservation.store.js";
import { effectiveServices } from "../suppliers/service.store.js";
import { lockSuppliers } from "../suppliers/supplier.store.js";
import { submissionOf } from "./hold-for-audit.step.js";
import { orderLife } from "./order.js";
import { addOrder, componentsOf, type NewOrderLine, newestOrdersOf } from "./order.store.js";
import { MAX_DAYS_HELD, placesOnDay } from "./service-day.js";
import { workOrderOf } from "./work-order.js";

export interface PlaceOrder extends Wishes {
  readonly productId: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly address: string;
  readonly note?: string | null;
  readonly couponCode?: string | null;
  /** The day wanted for the first of the work, YYYY-MM-DD; without, whenever it comes. */
  readonly serviceOn?: string | null;
  /** What the customer saw and agreed to. */
  readonly expectedTotal: Fen;
  readonly expectedHash: string;
  readonly idempotencyKey: string;
}

/**
 * Places an order at the price the customer saw: prices again in the same transaction, freezes everything that was
 * priced, writes the payment plan and gives the customer three days to begin paying. Returns the order's id; a repeat
 * with the same key returns the same one.
 *
 * With a day wanted, a place of that day is kept at each supplier who begins; of many who want the last one gets it.
 *
 * Refuses PRODUCT_NOT_AVAILABLE, DAY_NOT_FREE, TOO_MANY_DAYS_HELD, PRICE_CHANGED (nothing is kept, look at the new price), COUPON_USED_UP when the
 * coupon's last use went to somebody else at that moment, and what pricing refuses.
 */
export async function placeOrder(platform: Platform, viewer: Customer, order: PlaceOrder): Promise<string> {
  const { idempotencyKey: key, ...input } = order;
  const contact = readContact(order);
  const once = { operation: "placeOrder", key, input };
  const placed = await tryCoupon(platform, viewer, input.couponCode, () =>
    platform.work.once(viewer, once, (tx) => placeIn(tx, viewer, input, contact)),
  );
  return placed.orderId;
}

async function placeIn(
  tx: Tx,
  viewer: Customer,
  input: Omit<PlaceOrder, "idempotencyKey">,
  contact: ReturnType<typeof readContact>,
): Promise<{ orderId: string }> {
  const sellable = await sellableProduct(tx, input.productId);
  must(sellable && isSoldAtPrice(sellable.version), "PRODUCT_NOT_AVAILABLE", { field: "productId" });
  const { product, version, components } = sellable;
  const services = await effectiveServices(
    tx,
    components.map((component) => component.itemId),
  );
  const settings = await policies(tx);
  const book = await openBook(tx, {
    at: tx.now,
    formulaCodes: components.flatMap((component) => component.priceFormula ?? []),
    customerId: viewer.accountId,
    couponCode: input.couponCode ?? null,
    settings,
  });
  const price = priceProduct(version, components, services, input, "COMPLETE", book);
  mustKeepFloor(price);
  const priceHash = fingerprint(price.agreement);
  const agreed = price.total === input.expectedTotal && priceHash === input.expectedHash;
  must(agreed, "PRICE_CHANGED", { field: "expectedTotal", total: price.total });
  const bought = { ...frozen(price, priceHash), ...boughtOf(product, version), ...contact };
  const customerId = viewer.accountId;
  const suppliers = price.lines.map((line) => line.supplierId);
  if (input.serviceOn) await lockSuppliers(tx, suppliers); // before rows that name them
  const lines = linesOf(price, components);
  const { state, reasons } = await submissionOf(tx, bought, settings);
  const row = await addOrder(tx, { ...bought, customerId, state }, lines);
  await addInstalments(tx, row.id, planInstalments(planOf(price, components, lines), tx.now, reasons.length === 0));
  if (input.serviceOn) {
    await mayHoldAnother(tx, customerId, row.id);
    const places = placesOnDay(input.serviceOn, await componentsOf(tx, [row.id]), services, tx.now);
    await holdPlaces(tx, row.id, input.serviceOn, places);
  }
  await addSnapshot(tx, { orderId: row.id }, price.basis, price.priced);
  for (const { versionId: couponId, effect } of price.coupons) {
    await redeemCoupon(tx, { couponId, orderId: row.id, customerId, discount: minus(ZERO, effect) });
  }
  if (row.contractTemplate) await addContract(tx, row, row.contractTemplate);
  return { orderId: row.id };
}

/** Looked at behind the suppliers' rows, so that of two orders at once the later one sees the earlier. */
async function mayHoldAnother(tx: Tx, customerId: string, orderId: string): Promise<void> {
  const unpaid = (await newestOrdersOf(tx, [customerId])).filter(({ state }) => orderLife.allows(state, "EXPIRE"));
  const others = unpaid.map(({ id }) => id).filter((id) => id !== orderId);
  const held = (await placesOf(tx, others)).filter(({ state }) => state === "HELD");
  const orders = new Set(held.map((place) => place.orderId)).size;
  must(orders < MAX_DAYS_HELD, "TOO_MANY_DAYS_HELD", { field: "serviceOn", max: MAX_DAYS_HELD });
}

function boughtOf(product: ProductRow, version: ProductVersionRow) {
  return {
    productId: product.id,
    productSlug: product.slug,
    productVersionId: version.id,
    productVersionNumber: version.number,
    productTitle: version.title,
    picture: version.picture,
    quotationId: null,
    contractTemplate: version.contractTemplate,
  };
}

function frozen({ answers, regionCode, total, cost }: PriceBreakdown, priceHash: string) {
  return { inputs: [...answers], regionCode, total, cost, priceHash };
}

function linesOf(price: PriceBreakdown, components: readonly Component[]): NewOrderLine[] {
  const order = workOrderOf(components, price.lines);
  return price.lines.map((line, index) => {
    const { componentId, itemId, itemName, unit, quantity, stage, supplierId, chosenBy, serviceId } = line;
    const { unitPrice, amount: saleAmount, costAmount, milestones } = line;
    const bought = { componentId, itemId, itemName, unit, quantity, stage, supplierId, chosenBy, serviceId };
    const terms = components.find(({ id }) => id === componentId) ?? OWN_TERMS;
    const sold = frozenTerms(terms, quantity, saleAmount);
    const promotion = principalOf(sold.collectionMode) === "SUPPLIER" ? givenByPlatform(line) : ZERO;
    const money = { unitPrice, saleAmount, costAmount, promotion };
    return { ...bought, ...order[index], ...sold, ...money, milestones: [...milestones] };
  });
}

/** The plan with its milestones' components at their places in the order, which leaves out what was not chosen. */
function planOf({ plan }: PriceBreakdown, components: readonly Component[], lines: readonly NewOrderLine[]) {
  return plan.map((step) => {
    const component = components.find(({ position }) => position === step.componentPosition);
    const place = lines.findIndex(({ componentId }) => componentId === component?.id);
    return { ...step, componentPosition: component && place >= 0 ? place : null };
  });
}

function readContact(order: PlaceOrder) {
  return {
    contactName: cleanText(order.contactName, "contactName", 30),
    contactPhone: cleanPhone(order.contactPhone, "contactPhone"),
    address: cleanText(order.address, "address", 200),
    note: order.note?.trim() ? cleanText(order.note, "note", 500) : null,
  };
}
