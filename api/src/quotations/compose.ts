import {
  type CollectionTerms,
  cleanTerms as cleanCollection,
  frozenTerms,
  type LineTerms,
  OWN_TERMS,
} from "../catalogue/collection.js";
import { cleanTerms } from "../catalogue/plan.js";
import { instalmentTriggers, type PlanStepSpec } from "../catalogue/product.js";
import { cleanText } from "../identity/account.js";
import { DAY } from "../kernel/clock.js";
import { type Fen, fen, times } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import type { Answer } from "../pricing/inputs.js";
import { regionOf } from "../suppliers/region.js";
import { priceOfOne, type QuotationContent, type QuotationLine } from "./quotation.js";

/** A line as staff write it: what it costs the platform is worked out, never typed. */
export interface LineWish {
  readonly itemId: string;
  readonly supplierId: string;
  readonly componentId?: string | null;
  readonly quantity: number;
  readonly stage: number;
  readonly unitPrice: Fen;
  /** Set for work that costs one sum whatever its unit price says; then the unit price is worked out of it. */
  readonly amount?: Fen | null;
  readonly leadDays?: number | null;
  readonly optional: boolean;
  readonly note?: string | null;
  /** How it is sold and what of its price an office gets; left out: as its product says, else by the platform itself. */
  readonly collection?: LineTerms | null;
}

/** A version as staff write it. */
export interface ContentWish {
  readonly title: string;
  readonly regionCode: string;
  readonly productVersionId?: string | null;
  readonly inputs: readonly Answer[];
  readonly lines: readonly LineWish[];
  readonly plan: readonly PlanStepSpec[];
  readonly terms: string;
  readonly validUntil: number;
  readonly contractTemplate?: string | null;
}

export interface KnownItem {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
}

/** A supplier's service in force, as far as a quotation is priced from it. */
export interface KnownService {
  readonly id: string;
  readonly itemId: string;
  readonly supplierId: string;
  readonly costPrice: number;
  readonly salePrice: number;
  readonly regions: readonly string[];
}

/** What lines are made of at this moment: items, services in force, and the lines of the versions before. */
export interface Known {
  readonly items: ReadonlyMap<string, KnownItem>;
  readonly services: readonly KnownService[];
  /** A price that a supplier bid stays good for it, whatever its service says. */
  readonly before: readonly QuotationLine[];
  /** The product it is priced from; null without one. */
  readonly product: KnownProduct | null;
  /** The template that is named, when there is one of that code. */
  readonly templateCode: string | null;
  /** What is written anew asked for this contract already. */
  readonly contractBefore: string | null;
}

export interface KnownProduct {
  readonly versionId: string;
  readonly contractTemplate: string | null;
  /** How each of its components is sold, by their ids. */
  readonly terms: ReadonlyMap<string, CollectionTerms>;
}

const LIFE_LIMIT_MS = 366 * DAY;
const PRICE_LIMIT = 1_000_000_000;
const QUANTITY_LIMIT = 1_000_000;

/**
 * A version from what staff wrote. Gaps are allowed while it is a draft (no lines, no plan); what is there must be well
 * formed, and every supplier able to do its item in the region now, or one whose own bid stands in a version before. The
 * product's contract is kept, or exchanged for another that exists. Refuses VALIDATION, NOT_FOUND, QUANTITY_OUT_OF_RANGE and SUPPLIER_NOT_ELIGIBLE naming the line.
 */
export function composeContent(wish: ContentWish, known: Known, now: number): QuotationContent {
  const { regionCode } = wish;
  regionOf(regionCode);
  must(wish.lines.length <= 100, "VALIDATION", { field: "lines", max: 100 });
  must(wish.validUntil <= now + LIFE_LIMIT_MS, "VALIDATION", { field: "validUntil" });
  const productVersionId = wish.productVersionId ?? null;
  must(productVersionId === (known.product?.versionId ?? null), "NOT_FOUND", { field: "productVersionId" });
  return {
    title: cleanText(wish.title, "title", 100),
    regionCode,
    productVersionId,
    inputs: cleanInputs(wish.inputs),
    lines: wish.lines.map((line, position) => composeLine(line, position, known, regionCode)),
    plan: cleanPlan(wish.plan),
    terms: cleanText(wish.terms, "terms", 5_000, 0),
    validUntil: wish.validUntil,
    contractTemplate: contractOf(wish, known),
  };
}

/** A contract may be exchanged for another, but what asks for one is never sold without. */
function contractOf(wish: ContentWish, { product, templateCode, contractBefore }: Known): string | null {
  const named = wish.contractTemplate?.trim() || null;
  must(named === null || named === templateCode, "NOT_FOUND", { field: "contractTemplate" });
  return named ?? product?.contractTemplate ?? contractBefore;
}

function composeLine(wish: LineWish, position: number, known: Known, regionCode: string): QuotationLine {
  const field = (name: string): string => `lines.${position}.${name}`;
  const { itemId, supplierId, quantity, stage } = wish;
  const item = known.items.get(itemId);
  must(item, "NOT_FOUND", { field: field("itemId") });
  const inRange = quantity > 0 && quantity <= QUANTITY_LIMIT && Math.round(quantity * 10_000) / 10_000 === quantity;
  must(inRange, "QUANTITY_OUT_OF_RANGE", { field: field("quantity"), max: QUANTITY_LIMIT });
  must(Number.isInteger(stage) && stage >= 1 && stage <= 20, "VALIDATION", { field: field("stage"), min: 1, max: 20 });
  const { unitPrice, amount } = priceOf(wish, field);
  const leadDays = wish.leadDays ?? null;
  const led = leadDays === null || (Number.isInteger(leadDays) && leadDays >= 0 && leadDays <= 3_650);
  must(led, "VALIDATION", { field: field("leadDays"), max: 3_650 });
  const componentId = wish.componentId ?? null;
  const ofProduct = componentId === null || known.product?.terms.has(componentId);
  must(ofProduct, "NOT_FOUND", { field: field("componentId") });
  const source = sourceOf(wish, known, regionCode);
  must(source, "SUPPLIER_NOT_ELIGIBLE", { field: field("supplierId"), item: item.name });
  return {
    itemId,
    itemName: item.name,
    unit: item.unit,
    componentId,
    quantity,
    stage,
    supplierId,
    unitPrice,
    amount,
    leadDays,
    optional: wish.optional,
    note: wish.note?.trim() ? cleanText(wish.note, field("note"), 300) : null,
    ...termsOf(wish, known, amount, field),
    ...source,
  };
}

function termsOf(wish: LineWish, { product }: Known, amount: Fen, field: (name: string) => string): LineTerms {
  if (!wish.collection) {
    const terms = (wish.componentId ? product?.terms.get(wish.componentId) : null) ?? OWN_TERMS;
    return frozenTerms(terms, wish.quantity, amount);
  }
  const terms = cleanCollection(wish.collection, field("collection"));
  must(terms.officialFee <= amount, "VALIDATION", { field: field("officialFee"), max: amount });
  return terms;
}

function priceOf({ unitPrice, amount, quantity }: LineWish, field: (name: string) => string) {
  const lump = amount ?? null;
  const name = lump === null ? "unitPrice" : "amount";
  const given = lump ?? unitPrice;
  must(given >= 0 && given <= PRICE_LIMIT, "VALIDATION", { field: field(name), max: PRICE_LIMIT });
  if (lump !== null) return { unitPrice: priceOfOne(fen(lump), quantity), amount: fen(lump) };
  return { unitPrice: fen(unitPrice), amount: times(fen(unitPrice), quantity) };
}

/** Where the cost comes from: what the supplier itself bid, which no price list takes back, else its service in force. */
function sourceOf(
  { itemId, supplierId, quantity }: LineWish,
  { services, before }: Known,
  regionCode: string,
): Pick<QuotationLine, "serviceId" | "costAmount" | "listAmount"> | null {
  const own = before.find((line) => line.itemId === itemId && line.supplierId === supplierId && isBid(line));
  if (own) return { serviceId: own.serviceId, costAmount: inProportion(own, quantity), listAmount: null };
  const service = services.find((candidate) => candidate.itemId === itemId && candidate.supplierId === supplierId);
  if (!service?.regions.includes(regionCode)) return null;
  return {
    serviceId: service.id,
    costAmount: times(fen(service.costPrice), quantity),
    listAmount: times(fen(service.salePrice), quantity),
  };
}

/** What was bid has no list price. */
const isBid = ({ listAmount }: QuotationLine): boolean => (listAmount ?? null) === null;

/** The cost of another quantity at the same rate, rounded half up to whole fen. */
function inProportion(line: QuotationLine, quantity: number): Fen {
  if (line.quantity === quantity) return line.costAmount;
  const [from, to] = [BigInt(Math.round(line.quantity * 10_000)), BigInt(Math.round(quantity * 10_000))];
  return fen(Number((BigInt(line.costAmount) * to * 2n + from) / (from * 2n)));
}

function cleanInputs(inputs: readonly Answer[]): Answer[] {
  must(inputs.length <= 40, "VALIDATION", { field: "inputs", max: 40 });
  return inputs.map(({ code, label, value, unit }) => ({
    code: cleanText(code, "inputs", 40),
    label: cleanText(label, "inputs", 40),
    value: cleanText(value, "inputs", 200),
    unit: unit?.trim() ? cleanText(unit, "inputs", 10) : null,
  }));
}

/** Steps as they may stand in a draft; that they pay the whole is asked when it is sent. */
function cleanPlan(plan: readonly PlanStepSpec[]): PlanStepSpec[] {
  must(plan.length <= 12, "VALIDATION", { field: "plan", max: 12 });
  return plan.map((step, index) => {
    const { shareBasisPoints, nature, trigger, gate } = step;
    const share = Number.isInteger(shareBasisPoints) && shareBasisPoints >= 1 && shareBasisPoints <= 10_000;
    must(share, "VALIDATION", { field: `plan.${index}.shareBasisPoints`, min: 1, max: 10_000 });
    must(instalmentTriggers.includes(trigger), "VALIDATION", { field: `plan.${index}.trigger` });
    const terms = cleanTerms(step, `plan.${index}.trigger`);
    const { afterDays } = terms;
    const days = trigger !== "AFTER_DAYS" || (Number.isInteger(afterDays) && (afterDays ?? 0) >= 1);
    must(days && (afterDays ?? 0) <= 3_650, "VALIDATION", { field: `plan.${index}.afterDays`, min: 1, max: 3_650 });
    const name = cleanText(step.name, `plan.${index}.name`, 30);
    const nameEn = cleanText(step.nameEn, `plan.${index}.nameEn`, 40, 0);
    return { name, nameEn, shareBasisPoints, nature, trigger, gate, ...terms };
  });
}
