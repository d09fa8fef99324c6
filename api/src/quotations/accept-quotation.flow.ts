import { versionWithComponents } from "../catalogue/catalogue.store.js";
import { itemsById } from "../catalogue/item.store.js";
import type { Component } from "../catalogue/product.js";
import { productById } from "../catalogue/product.store.js";
import { addContract } from "../contracts/contract.store.js";
import { cleanPhone, cleanText } from "../identity/account.js";
import type { Fen } from "../kernel/money.js";
import { found, must, Refusal } from "../kernel/refusal.js";
import { orderFacts } from "../orders/facts.js";
import { submissionOf } from "../orders/hold-for-audit.step.js";
import { addOrder, type NewOrderLine, type OrderRow } from "../orders/order.store.js";
import { workOrderOf } from "../orders/work-order.js";
import { planInstalments } from "../payments/instalment.js";
import { addInstalments } from "../payments/instalment.store.js";
import type { Platform } from "../platform/platform.js";
import { policies, policyNumber } from "../platform/policies.js";
import type { Tx } from "../platform/tx.js";
import type { Customer } from "../platform/viewer.js";
import { evaluatePrice } from "../pricing/evaluate-price.js";
import { planAmounts } from "../pricing/price.js";
import { addSnapshot } from "../pricing/snapshot.store.js";
import { effectiveServices } from "../suppliers/service.store.js";
import { type Acceptance, lineWithoutSupplier, mustBeAcceptable } from "./accept.js";
import { quotationFacts } from "./facts.js";
import { planOfTaken } from "./plan-on-lines.js";
import { basisOfQuotation } from "./price-basis.js";
import { takenLines } from "./quotation.js";
import {
  answerRequests,
  LAPSED,
  linesOf,
  lockOwnQuotation,
  moveVersion,
  type QuotationLineRow,
  type QuotationRow,
  type QuotationVersionRow,
  setQuotation,
  versionByNumber,
} from "./quotation.store.js";
import { workOfQuotation } from "./work-of-quotation.js";

export interface AcceptQuotation extends Acceptance {
  readonly quotationId: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly address: string;
  readonly note?: string | null;
  readonly idempotencyKey: string;
}

/**
 * The addressee accepts exactly what was shown, and the order is made in the same transaction at the quoted prices: once,
 * however often it is pressed. Returns the order's id; a repeat with the same key returns the same one.
 *
 * Refuses NOT_FOUND, what `mustBeAcceptable` refuses, and SUPPLIER_NOT_ELIGIBLE when somebody in it can't do the work any
 * more: then a new version is needed, and staff are told so.
 */
export async function acceptQuotation(platform: Platform, viewer: Customer, input: AcceptQuotation): Promise<string> {
  const { idempotencyKey: key, ...yes } = input;
  const contact = readContact(input);
  const once = { operation: "acceptQuotation", key, input: yes };
  try {
    const made = await platform.work.once(viewer, once, async (tx) => {
      const quotation = await lockOwnQuotation(tx, input.quotationId, viewer.accountId);
      must(quotation.currentNumber > 0, "INVALID_STATE", { thing: "quotation", state: quotation.state });
      const version = found(await versionByNumber(tx, quotation.id, quotation.currentNumber));
      const lines = await linesOf(tx, [version.id]);
      const sums = mustBeAcceptable(version, lines, input, tx.now);
      await mustBeDoable(tx, version, lines, new Set(input.ticked));
      const order = await orderFrom(tx, { quotation, version, lines, sums, contact, ticked: input.ticked });
      await settle(tx, quotation, version, order, input.ticked);
      return { orderId: order.id };
    });
    return made.orderId;
  } catch (error) {
    if (error instanceof Refusal && error.code === "SUPPLIER_NOT_ELIGIBLE")
      await markForStaff(platform, viewer, input, error);
    throw error;
  }
}

async function mustBeDoable(
  tx: Tx,
  version: QuotationVersionRow,
  lines: readonly QuotationLineRow[],
  ticked: ReadonlySet<number>,
): Promise<void> {
  const services = await effectiveServices(tx, [...new Set(takenLines(lines, ticked).map(({ itemId }) => itemId))]);
  const undoable = lineWithoutSupplier(lines, ticked, version.regionCode, services);
  must(undoable === null, "SUPPLIER_NOT_ELIGIBLE", { field: "quotationId", item: undoable?.itemName ?? "" });
}

interface Agreed {
  readonly quotation: QuotationRow;
  readonly version: QuotationVersionRow;
  readonly lines: readonly QuotationLineRow[];
  readonly sums: { readonly total: Fen; readonly cost: Fen };
  readonly contact: ReturnType<typeof readContact>;
  readonly ticked: readonly number[];
}

/**
 * The order of what was agreed: prices, costs and suppliers as quoted, the product's order of work where a line still has
 * it, the milestones of the items as they are today, and a snapshot that the price can be worked out from at any time.
 */
async function orderFrom(tx: Tx, { quotation, version, lines, sums, contact, ticked }: Agreed): Promise<OrderRow> {
  const taken = takenLines(lines, new Set(ticked));
  const bought = version.productVersionId === null ? null : await versionWithComponents(tx, version.productVersionId);
  const product = bought ? await productById(tx, bought.version.productId) : null;
  const { state, reasons } = await submissionOf(tx, { quotationId: quotation.id, total: sums.total });
  const row = await addOrder(
    tx,
    {
      productId: product?.id ?? null,
      productSlug: product?.slug ?? null,
      productVersionId: bought?.version.id ?? null,
      productVersionNumber: bought?.version.number ?? null,
      productTitle: version.title,
      picture: bought?.version.picture ?? null,
      ...contact,
      ...sums,
      customerId: quotation.customerId,
      state,
      inputs: [...version.inputs],
      regionCode: version.regionCode,
      priceHash: found(version.hash),
      quotationId: quotation.id,
      contractTemplate: version.contractTemplate,
    },
    await linesFrom(tx, taken, bought?.components ?? []),
  );
  const plan = planOfTaken(planAmounts(version.plan, sums.total), lines, taken);
  await addInstalments(tx, row.id, planInstalments(plan, tx.now, reasons.length === 0));
  await keepPrice(tx, row, version, taken);
  if (row.contractTemplate) await addContract(tx, row, row.contractTemplate);
  tx.record(orderFacts.quoted(row, { id: quotation.id, no: quotation.no, number: version.number }));
  return row;
}

async function keepPrice(
  tx: Tx,
  order: OrderRow,
  version: QuotationVersionRow,
  taken: readonly QuotationLineRow[],
): Promise<void> {
  const taxRate = policyNumber(await policies(tx), "pricing.tax-rate");
  const basis = basisOfQuotation(version, taken, { at: tx.now, productId: order.productId, taxRate });
  const priced = evaluatePrice(basis, NOTHING_NAMED);
  if (priced.total !== order.total) throw new Error("A quotation's lines come to another total than was agreed.");
  await addSnapshot(tx, { orderId: order.id }, basis, priced);
}

const never = (): never => {
  throw new Error("The basis of a quotation names no formula and no rule.");
};
const NOTHING_NAMED = { formula: never, rule: never };

async function linesFrom(
  tx: Tx,
  lines: readonly QuotationLineRow[],
  components: readonly Component[],
): Promise<NewOrderLine[]> {
  const items = await itemsById(tx, [...new Set(lines.map(({ itemId }) => itemId))]);
  const work = workOfQuotation(lines, components, (kept) => workOrderOf(components, kept));
  return lines.map(({ id: _id, versionId: _version, position: _position, amount, ...line }, index) => ({
    ...line,
    ...work[index],
    chosenBy: "CUSTOMER",
    saleAmount: amount,
    milestones: [...(items.get(line.itemId)?.milestones ?? [])],
  }));
}

async function settle(
  tx: Tx,
  quotation: QuotationRow,
  version: QuotationVersionRow,
  order: OrderRow,
  ticked: readonly number[],
): Promise<void> {
  const accepted = { state: "ACCEPTED" as const, ticked: [...ticked], acceptedTotal: order.total };
  await moveVersion(tx, quotation, version, "ACCEPT", accepted);
  const draft = quotation.draftNumber === null ? null : await versionByNumber(tx, quotation.id, quotation.draftNumber);
  const now = { ...quotation, version: quotation.version + 1 };
  await moveVersion(
    tx,
    now,
    { ...version, state: "ACCEPTED", version: version.version + 1 },
    "CONVERT",
    {},
    { attention: null },
  );
  if (draft) await moveVersion(tx, { ...now, version: now.version + 1 }, draft, "WITHDRAW", {}, { attention: null });
  await answerRequests(tx, quotation.id, LAPSED);
  const told = { number: version.number, total: order.total, orderId: order.id, orderNo: order.no };
  tx.record(quotationFacts.accepted(quotation, told));
}

/** In a transaction of its own: the refusal undid the first. */
async function markForStaff(
  platform: Platform,
  viewer: Customer,
  { quotationId, number }: AcceptQuotation,
  { data }: Refusal,
): Promise<void> {
  await platform.work.run(viewer, async (tx) => {
    const quotation = await lockOwnQuotation(tx, quotationId, viewer.accountId);
    if (quotation.state !== "SENT" || quotation.currentNumber !== number) return;
    // Who looks at the next version already will find it anyway.
    if (quotation.attention === "SUPPLIER_NOT_ELIGIBLE" || quotation.attention === "REVIEW") return;
    await setQuotation(tx, quotation, { attention: "SUPPLIER_NOT_ELIGIBLE" });
    tx.record(quotationFacts.notEligible(quotation, { number, item: String(data["item"] ?? "") }));
  });
}

function readContact(input: AcceptQuotation) {
  return {
    contactName: cleanText(input.contactName, "contactName", 30),
    contactPhone: cleanPhone(input.contactPhone, "contactPhone"),
    address: cleanText(input.address, "address", 200),
    note: input.note?.trim() ? cleanText(input.note, "note", 500) : null,
  };
}
