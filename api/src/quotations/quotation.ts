import type { LineTerms } from "../catalogue/collection.js";
import { saysWhen } from "../catalogue/guards.js";
import { DEPOSIT_LIMIT } from "../catalogue/plan.js";
import type { PlanStepSpec } from "../catalogue/product.js";
import { type Fen, fen, plus, times, ZERO } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import { stateTable } from "../kernel/state-table.js";
import type { Answer } from "../pricing/inputs.js";
import { planAmounts } from "../pricing/price.js";

export const quotationStateNames = [
  "DRAFT",
  "INTERNAL_REVIEW",
  "SENT",
  "ACCEPTED",
  "CONVERTED",
  "DECLINED",
  "EXPIRED",
  "SUPERSEDED",
  "WITHDRAWN",
] as const;
export type QuotationState = (typeof quotationStateNames)[number];
export type QuotationVerb =
  | "EDIT"
  | "SUBMIT"
  | "RETURN"
  | "SEND"
  | "ACCEPT"
  | "CONVERT"
  | "DECLINE"
  | "EXPIRE"
  | "SUPERSEDE"
  | "WITHDRAW";

/**
 * The life of one version. What the customer was sent never changes; another wish is another version. ACCEPTED lasts no
 * longer than its transaction: the order is made in it, which is CONVERTED.
 */
export const quotationLife = stateTable<QuotationState, QuotationVerb>("quotation", "DRAFT", {
  DRAFT: { EDIT: "DRAFT", SUBMIT: "INTERNAL_REVIEW", SEND: "SENT", WITHDRAW: "WITHDRAWN" },
  INTERNAL_REVIEW: { RETURN: "DRAFT", SEND: "SENT", WITHDRAW: "WITHDRAWN" },
  SENT: {
    ACCEPT: "ACCEPTED",
    DECLINE: "DECLINED",
    EXPIRE: "EXPIRED",
    SUPERSEDE: "SUPERSEDED",
    WITHDRAW: "WITHDRAWN",
  },
  ACCEPTED: { CONVERT: "CONVERTED" },
  CONVERTED: {},
  DECLINED: {},
  EXPIRED: {},
  SUPERSEDED: {},
  WITHDRAWN: {},
});

export const quotationSources = ["INQUIRY", "CATALOGUE", "MANUAL"] as const;
export type QuotationSource = (typeof quotationSources)[number];

/** One piece of work as it is quoted. `costAmount` never leaves the types of staff and of that supplier. */
export interface QuotationLine extends LineTerms {
  readonly itemId: string;
  readonly itemName: string;
  readonly unit: string;
  /** The product's component it came from; null without a product. */
  readonly componentId: string | null;
  readonly quantity: number;
  readonly stage: number;
  readonly supplierId: string;
  /** The supplier's service it is done as; null where there is none. */
  readonly serviceId: string | null;
  readonly unitPrice: Fen;
  readonly amount: Fen;
  readonly costAmount: Fen;
  readonly leadDays: number | null;
  /** The customer may leave it out. */
  readonly optional: boolean;
  readonly note: string | null;
  /** What the work costs at the supplier's sale price; what a discount is measured by. Null for a price it bid. */
  readonly listAmount?: Fen | null;
}

/** A quotation as it is drafted or sent for the first time. */
export interface QuotationDraft {
  readonly customerId: string;
  readonly source: QuotationSource;
  /** What it came from: the inquiry or the product; null for one that staff began. */
  readonly sourceId: string | null;
  readonly productVersionId: string | null;
  readonly title: string;
  readonly regionCode: string;
  readonly inputs: readonly Answer[];
  readonly lines: readonly QuotationLine[];
  readonly plan: readonly PlanStepSpec[];
  readonly terms: string;
  readonly validUntil: number;
  readonly contractTemplate: string | null;
}

/** What a version says, without its life. */
export type QuotationContent = Omit<QuotationDraft, "customerId" | "source" | "sourceId">;

export interface QuotationSums {
  /** What is to be paid when no optional line is taken. */
  readonly total: Fen;
  readonly cost: Fen;
  /** The same at list prices; a line without one counts at its amount. */
  readonly listTotal: Fen;
}

/** The sums of the lines that are taken: all that are not optional, and the optional ones at the given positions. */
export function sumsOf(lines: readonly QuotationLine[], ticked: ReadonlySet<number> = new Set()): QuotationSums {
  const taken = takenLines(lines, ticked);
  return {
    total: plus(...taken.map((line) => line.amount)),
    cost: plus(...taken.map((line) => line.costAmount)),
    listTotal: plus(...taken.map((line) => line.listAmount ?? line.amount)),
  };
}

/** The lines that are not optional, and the optional ones at the given positions; a position counts from 0. */
export function takenLines<Line extends { readonly optional: boolean }>(
  lines: readonly Line[],
  ticked: ReadonlySet<number>,
): Line[] {
  return lines.filter((line, position) => !line.optional || ticked.has(position));
}

type Figures = Pick<QuotationLine, "unitPrice" | "amount" | "quantity">;

/** Whether a line costs its unit price times its quantity. */
export const isByUnit = ({ unitPrice, amount, quantity }: Figures): boolean => amount === times(unitPrice, quantity);

/** Whether a line costs one sum, and its unit price only tells what that makes for one unit. */
const isLump = ({ unitPrice, amount, quantity }: Figures): boolean => unitPrice === priceOfOne(amount, quantity);

/** What one unit of a sum comes to, rounded half up to whole fen. */
export function priceOfOne(amount: Fen, quantity: number): Fen {
  const tenThousandths = BigInt(Math.round(quantity * 10_000));
  must(tenThousandths > 0n, "QUANTITY_OUT_OF_RANGE", { field: "quantity" });
  return fen(Number((BigInt(amount) * 20_000n + tenThousandths) / (tenThousandths * 2n)));
}

const LINE_LIMIT = 100;

/**
 * Holds what a customer is sent: something to do that is not optional, each line's amount its price times its quantity
 * or one sum with the unit price it makes,
 * a plan that pays every fen of the total, and an end that lies ahead. Refuses VALIDATION naming the field, and
 * QUOTATION_EXPIRED when the end is over.
 */
export function mustBeSendable(content: QuotationContent, now: number): void {
  const { lines, plan } = content;
  must(lines.length <= LINE_LIMIT, "VALIDATION", { field: "lines", max: LINE_LIMIT });
  must(
    lines.some((line) => !line.optional),
    "VALIDATION",
    { field: "lines" },
  );
  const odd = lines.findIndex((line) => !(isByUnit(line) || isLump(line)) || line.costAmount < 0);
  must(odd === -1, "VALIDATION", { field: `lines.${odd}.amount` });
  const { total } = sumsOf(lines);
  must(total > ZERO, "VALIDATION", { field: "lines" });
  mustPayAll(plan);
  planAmounts(plan, total);
  must(content.validUntil > now, "QUOTATION_EXPIRED", { field: "validUntil" });
}

const WHOLE = 10_000;

/** A plan pays the whole, its deposits stay within the law, and one instalment that is due at once opens the work. */
function mustPayAll(plan: readonly PlanStepSpec[]): void {
  const shareOf = (steps: readonly PlanStepSpec[]): number =>
    steps.reduce((sum, step) => sum + step.shareBasisPoints, 0);
  must(shareOf(plan) === WHOLE, "VALIDATION", { field: "plan", sum: shareOf(plan) });
  const deposits = shareOf(plan.filter(({ nature }) => nature === "DEPOSIT"));
  must(deposits <= DEPOSIT_LIMIT, "DEPOSIT_OVER_LIMIT", { field: "plan" });
  const gates = plan.filter(({ gate }) => gate);
  must(gates.length === 1 && gates[0]?.trigger === "ON_ORDER", "VALIDATION", { field: "plan", gate: gates.length });
  must(plan.every(saysWhen), "VALIDATION", { field: "plan" });
}

/** What a plan says beyond what every one does, so that the text of those that don't stays what it was. */
function furtherTerms(step: PlanStepSpec): readonly unknown[] {
  const { dueDay, milestone, componentPosition, graceDays, overdueAction } = step;
  const collects = step.collector === "SUPPLIER" ? [step.collector] : [];
  const plain = !dueDay && !milestone && !graceDays && (overdueAction ?? "NOTHING") === "NOTHING";
  const terms = [dueDay ?? null, milestone ?? null, graceDays ?? 0, overdueAction ?? "NOTHING"];
  return plain ? collects : [...terms, ...(componentPosition ? [componentPosition] : []), ...collects];
}

/** Who sells and collects, and what an office gets; what the platform keeps of it is not the customer's to agree to. */
function furtherLineTerms({ collectionMode, officialFee }: QuotationLine): unknown[] {
  return collectionMode === "OWN_SALE" && officialFee === ZERO ? [] : [collectionMode, officialFee];
}

/**
 * Exactly what the customer agrees to, as text: the same content of the same version of the same quotation always gives
 * the same text, and any change another one. Its fingerprint is the version's hash.
 */
export function agreementOf(no: string, number: number, customerId: string, content: QuotationContent): string {
  return JSON.stringify([
    no,
    number,
    customerId,
    content.title,
    content.regionCode,
    content.productVersionId,
    content.inputs.map(({ code, label, value, unit }) => [code, label, value, unit]),
    content.lines.map((line) => [
      line.itemId,
      line.itemName,
      line.unit,
      line.quantity,
      line.stage,
      line.supplierId,
      line.unitPrice,
      line.amount,
      line.leadDays,
      line.optional,
      line.note,
      ...furtherLineTerms(line),
    ]),
    content.plan.map((step) => [
      step.name,
      step.shareBasisPoints,
      step.nature,
      step.trigger,
      step.afterDays,
      step.gate,
      ...furtherTerms(step),
    ]),
    content.terms,
    content.validUntil,
    content.contractTemplate,
  ]);
}
