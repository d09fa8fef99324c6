import type { Milestone } from "../catalogue/item.js";
import { DAY } from "../kernel/clock.js";
import { type Fen, minus, plus, split, ZERO } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import { stateTable } from "../kernel/state-table.js";

export const amendmentStates = [
  "DRAFT",
  "WAIT_CUSTOMER",
  "WAIT_AUDIT",
  "APPLIED",
  "REJECTED",
  "WITHDRAWN",
  "STALE",
  "EXPIRED",
] as const;
export type AmendmentState = (typeof amendmentStates)[number];

/** PROPOSE asks the customer first, SUBMIT needs no consent; OUTDATE: the order was changed by another meanwhile. */
export type AmendmentVerb =
  | "PROPOSE"
  | "SUBMIT"
  | "AGREE"
  | "DECLINE"
  | "APPLY"
  | "REJECT"
  | "WITHDRAW"
  | "OUTDATE"
  | "EXPIRE";

/** The life of an amendment: an order is never edited in place. */
export const amendmentLife = stateTable<AmendmentState, AmendmentVerb>("amendment", "DRAFT", {
  DRAFT: { PROPOSE: "WAIT_CUSTOMER", SUBMIT: "WAIT_AUDIT", WITHDRAW: "WITHDRAWN", OUTDATE: "STALE" },
  WAIT_CUSTOMER: {
    AGREE: "WAIT_AUDIT",
    DECLINE: "REJECTED",
    WITHDRAW: "WITHDRAWN",
    OUTDATE: "STALE",
    EXPIRE: "EXPIRED",
  },
  WAIT_AUDIT: { APPLY: "APPLIED", REJECT: "REJECTED", WITHDRAW: "WITHDRAWN", OUTDATE: "STALE" },
  APPLIED: {},
  REJECTED: {},
  WITHDRAWN: {},
  STALE: {},
  EXPIRED: {},
});

/** Whether an order goes on on other terms, or ends with what was done settled. */
export const amendmentKinds = ["CHANGE", "CANCELLATION"] as const;
export type AmendmentKind = (typeof amendmentKinds)[number];

/** Whose fault it is that an order ends: it decides what becomes of a paid 定金. */
export const faults = ["CUSTOMER", "PLATFORM", "SUPPLIER"] as const;
export type Fault = (typeof faults)[number];

/** What becomes of a higher price; a lower one is first not asked for and then refunded whatever is said here. */
export const moneyWays = ["COLLECT", "SPREAD"] as const;
export type MoneyWay = (typeof moneyWays)[number];

export const partKinds = ["ADD", "CHANGE", "CANCEL"] as const;
export type PartKind = (typeof partKinds)[number];

/** What one line of an order says of work and money. */
export interface LineTerms {
  readonly quantity: number;
  readonly supplierId: string;
  readonly saleAmount: Fen;
  readonly costAmount: Fen;
}

/** Work that was not part of the order. */
export interface AddPart extends LineTerms {
  readonly kind: "ADD";
  readonly itemId: string;
  readonly itemName: string;
  readonly unit: string;
  readonly stage: number;
  readonly milestones: readonly Milestone[];
}

/** A line on other terms. */
export interface ChangePart extends LineTerms {
  readonly kind: "CHANGE";
  readonly componentId: string;
}

/** A line that ends. What was done of it before is settled: so many basis points of its price and its cost. */
export interface CancelPart {
  readonly kind: "CANCEL";
  readonly componentId: string;
  readonly doneShare: number;
}

export type AmendmentPart = AddPart | ChangePart | CancelPart;

/** A line of an order as it is. */
export interface AmendableLine extends LineTerms {
  readonly id: string;
  readonly itemId: string;
  readonly itemName: string;
  readonly unit: string;
  readonly state: "ACTIVE" | "CANCELLED";
  /** When its work was accepted: what is earned is not changed any more, but refunded. */
  readonly earnedAt: number | null;
}

/** One line before and after; null where there is no such line. */
export interface LineDiff {
  readonly kind: PartKind;
  readonly componentId: string | null;
  readonly itemId: string;
  readonly itemName: string;
  readonly unit: string;
  readonly before: LineTerms | null;
  readonly after: LineTerms | null;
}

export interface AmendmentDiff {
  readonly lines: readonly LineDiff[];
  /** What the customer pays more, below zero less. */
  readonly saleDelta: Fen;
  /** What the suppliers get more, below zero less. */
  readonly costDelta: Fen;
}

export const ALL_DONE = 10_000;

/**
 * What `parts` make of an order's lines. Refuses VALIDATION for no part, two parts for one line, a line that is not there
 * any more, a change that changes nothing, and amounts or quantities no line may have.
 */
export function diffOf(lines: readonly AmendableLine[], parts: readonly AmendmentPart[]): AmendmentDiff {
  must(parts.length > 0 && parts.length <= 50, "VALIDATION", { field: "parts" });
  const named = parts.flatMap((part) => (part.kind === "ADD" ? [] : [part.componentId]));
  must(new Set(named).size === named.length, "VALIDATION", { field: "parts" });
  const diffs = parts.map((part) => diffLine(lines, part));
  const sumOf = (side: "before" | "after", key: "saleAmount" | "costAmount"): Fen =>
    plus(...diffs.map((line) => line[side]?.[key] ?? ZERO));
  return {
    lines: diffs,
    saleDelta: minus(sumOf("after", "saleAmount"), sumOf("before", "saleAmount")),
    costDelta: minus(sumOf("after", "costAmount"), sumOf("before", "costAmount")),
  };
}

function diffLine(lines: readonly AmendableLine[], part: AmendmentPart): LineDiff {
  const { kind } = part;
  if (part.kind === "ADD") {
    const { itemId, itemName, unit } = part;
    return { kind, componentId: null, itemId, itemName, unit, before: null, after: cleanTerms(part) };
  }
  const line = lines.find(({ id, state }) => id === part.componentId && state === "ACTIVE");
  must(line, "VALIDATION", { field: "parts" });
  must(line.earnedAt === null, "INVALID_STATE", { thing: "component", state: "ACCEPTED" });
  const { id: componentId, itemId, itemName, unit } = line;
  const before = termsOf(line);
  const after = part.kind === "CHANGE" ? cleanTerms(part) : settled(before, part.doneShare);
  must(part.kind === "CANCEL" || !sameTerms(before, after), "VALIDATION", { field: "parts" });
  return { kind, componentId, itemId, itemName, unit, before, after };
}

/**
 * An order that ends ends whole: nothing that is not accepted stays; one that goes on keeps something. Refuses VALIDATION.
 */
export function mustBeWhole(
  lines: readonly AmendableLine[],
  parts: readonly AmendmentPart[],
  kind: AmendmentKind,
): void {
  const ended = new Set(parts.flatMap((part) => (part.kind === "CANCEL" ? [part.componentId] : [])));
  const open = lines.filter(({ state, earnedAt }) => state === "ACTIVE" && earnedAt === null);
  const left = open.filter(({ id }) => !ended.has(id));
  const allEnd = left.length === 0 && !parts.some((part) => part.kind === "ADD");
  const onlyEnds = parts.every((part) => part.kind === "CANCEL");
  must(kind === "CHANGE" ? !allEnd : allEnd && onlyEnds, "VALIDATION", { field: "parts" });
}

const termsOf = ({ quantity, supplierId, saleAmount, costAmount }: LineTerms): LineTerms => ({
  quantity,
  supplierId,
  saleAmount,
  costAmount,
});

function cleanTerms(terms: LineTerms): LineTerms {
  const { quantity, saleAmount, costAmount } = terms;
  must(quantity > 0 && quantity <= 1_000_000, "QUANTITY_OUT_OF_RANGE", { field: "quantity" });
  must(saleAmount >= 0, "VALIDATION", { field: "saleAmount" });
  must(costAmount >= 0, "VALIDATION", { field: "costAmount" });
  return termsOf(terms);
}

/** What is left of a line that ends when a share of it was done; null when nothing was. */
function settled(before: LineTerms, doneShare: number): LineTerms | null {
  const whole = Number.isInteger(doneShare) && doneShare >= 0 && doneShare <= ALL_DONE;
  must(whole, "VALIDATION", { field: "doneShare" });
  if (doneShare === 0) return null;
  const share = (amount: Fen): Fen => split(amount, [doneShare, ALL_DONE - doneShare])[0] ?? ZERO;
  return { ...before, saleAmount: share(before.saleAmount), costAmount: share(before.costAmount) };
}

function sameTerms(a: LineTerms, b: LineTerms | null): boolean {
  return (
    b !== null &&
    a.quantity === b.quantity &&
    a.supplierId === b.supplierId &&
    a.saleAmount === b.saleAmount &&
    a.costAmount === b.costAmount
  );
}

export const consentReasons = ["PRICE_UP", "SCOPE_DOWN", "SUPPLIER_CHANGED"] as const;
export type ConsentReason = (typeof consentReasons)[number];

/** Why the customer has to agree: nothing gets worse for them without their word. None when it only gets better. */
export function consentNeeded(diff: AmendmentDiff): ConsentReason[] {
  const less = (line: LineDiff): boolean =>
    line.before !== null && (line.kind === "CANCEL" || (line.after?.quantity ?? 0) < line.before.quantity);
  const other = ({ before, after }: LineDiff): boolean =>
    before !== null && after !== null && before.supplierId !== after.supplierId;
  return [
    ...(diff.saleDelta > ZERO ? (["PRICE_UP"] as const) : []),
    ...(diff.lines.some(less) ? (["SCOPE_DOWN"] as const) : []),
    ...(diff.lines.some(other) ? (["SUPPLIER_CHANGED"] as const) : []),
  ];
}

/** How long a customer has to answer. */
export const ANSWER_WITHIN_MS = 7 * DAY;
