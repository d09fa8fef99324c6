import { type Fen, fen, minus, plus, split, ZERO } from "../kernel/money.js";
import { must, Refusal } from "../kernel/refusal.js";
import type { Effect, Library, LineBasis, LineMoney, PriceBasis, Priced, TraceStep } from "./basis.js";
import { couponDiscount } from "./coupon.js";
import { compare, type Exact, exact, multiply, NOTHING, ofFen, roundToFen, textOf } from "./exact.js";
import { priceByFormula } from "./formula-price.js";
import { answerValues, momentValues } from "./names.js";
import { WHOLE_FEN } from "./rounding.js";
import { type Funder, isAbout, type PricingRule } from "./rule.js";
import { applyRule } from "./rule-run.js";
import { yuan } from "./yuan.js";

/** A line while its price is worked out: its amount in whole fen, and who funded what so far. */
interface Working {
  readonly line: LineBasis;
  readonly list: Fen;
  readonly explanation: string;
  readonly own: Fen;
  amount: Fen;
  /** What suppliers' rules and coupons changed of their pay. */
  ofSupplier: number;
  readonly trace: TraceStep[];
}

/**
 * Works the money of a basis out: each line by sale price or formula, the rules in their order, one rounding per line;
 * then rules over the whole and the coupon, shared out by largest remainder; then tax, cost and margin. The total is
 * the sum of the lines; the same basis with the same versions always gives the same fen.
 *
 * Refuses QUANTITY_OUT_OF_RANGE and VALIDATION naming the input a formula can't work with, COUPON_NOT_APPLICABLE.
 */
export function evaluatePrice(basis: PriceBasis, library: Library): Priced {
  const values = new Map([...momentValues(basis.at), ...answerValues(basis.answers)]);
  values.set("components", String(basis.lines.length));
  const rules = basis.ruleVersionIds.map((id) => library.rule(id));
  const effects = new Map<string, Effect>();
  const ofLines = rules.filter((rule) => rule.target === "LINE");
  const lines = basis.lines.map((line) => priceLine(line, basis, library, ofLines, values, effects));
  for (const rule of rules) {
    if (rule.target !== "WHOLE") continue;
    const fired = applyToWhole(rule, lines, values, effects);
    if (fired && rule.stop) break;
  }
  const coupons = basis.coupon ? [useCoupon(basis.coupon, lines)] : [];
  return summed(basis, lines, [...effects.values()], coupons);
}

function priceLine(
  line: LineBasis,
  basis: PriceBasis,
  library: Library,
  rules: readonly PricingRule[],
  answers: ReadonlyMap<string, string>,
  effects: Map<string, Effect>,
): Working {
  const item = itemPrice(line, basis, library, answers);
  const worked = roundToFen(item.amount, item.rounding);
  const list = atLeast(line, worked);
  const trace: TraceStep[] = [
    { kind: "ITEM", text: item.text, before: ZERO, after: worked, fundedBy: null, versionId: line.formulaVersionId },
  ];
  if (list > worked) trace.push(minChargeStep(worked, list));
  const values = lineValues(answers, line);
  let [amount, told, ofSupplier]: [Exact, Fen, number] = [list > worked ? ofFen(list) : item.amount, list, 0];
  for (const rule of rules) {
    if (!isAbout(rule.scope, line)) continue;
    const next = applyRule(rule, amount, values);
    if (next === null) continue;
    amount = compare(next, NOTHING) < 0 ? NOTHING : next;
    const after = roundToFen(amount, item.rounding);
    trace.push(stepOf("RULE", rule, told, after));
    note(effects, rule, after - told);
    if (rule.fundedBy === "SUPPLIER") ofSupplier += after - told;
    told = after;
    if (rule.stop) break;
  }
  return { line, list, explanation: item.text, own: told, amount: told, ofSupplier, trace };
}

/** What units cost, or the least its supplier charges where that is more. A formula says by itself what is least. */
function atLeast({ minCharge, formulaVersionId }: LineBasis, worked: Fen): Fen {
  return minCharge && formulaVersionId === null && minCharge > worked ? minCharge : worked;
}

/** Whether a line is charged the least its supplier charges. */
export function isByMinCharge(trace: readonly TraceStep[]): boolean {
  return trace.some(({ kind }) => kind === "MIN_CHARGE");
}

function minChargeStep(before: Fen, after: Fen): TraceStep {
  return { kind: "MIN_CHARGE", text: yuan(after), before, after, fundedBy: null, versionId: null };
}

function itemPrice(line: LineBasis, basis: PriceBasis, library: Library, answers: ReadonlyMap<string, string>) {
  const { unitPrice, quantity, unit, formulaVersionId } = line;
  if (formulaVersionId === null) {
    const amount = multiply(ofFen(unitPrice), exact(decimal(quantity)));
    return { amount, rounding: basis.rounding, text: `${yuan(unitPrice)} × ${quantity} ${unit}` };
  }
  const text = library.formula(formulaVersionId);
  const priced = priceByFormula(formulaVersionId, text, line, answers);
  must(compare(priced.amount, NOTHING) >= 0, "QUANTITY_OUT_OF_RANGE", { field: "inputs", item: line.itemName });
  return { ...priced, rounding: text.rounding };
}

function lineValues(answers: ReadonlyMap<string, string>, line: LineBasis): Map<string, string> {
  const values = new Map(answers);
  values.set("unit_price", textOf(ofFen(line.unitPrice)));
  values.set("quantity", decimal(line.quantity));
  return values;
}

/** A rule over the whole counts once, on the lines it is about; what it changes is shared out over them. */
function applyToWhole(
  rule: PricingRule,
  lines: readonly Working[],
  answers: ReadonlyMap<string, string>,
  effects: Map<string, Effect>,
): boolean {
  const about = lines.filter(({ line }) => isAbout(rule.scope, line));
  if (about.length === 0) return false;
  const before = plus(...about.map(({ amount }) => amount));
  const values = new Map(answers);
  values.set("components", String(about.length));
  const next = applyRule(rule, ofFen(before), values);
  if (next === null) return false;
  const after = compare(next, NOTHING) < 0 ? ZERO : roundToFen(next, WHOLE_FEN);
  shareOut(about, after - before, rule.fundedBy, (from, to) => stepOf("WHOLE_RULE", rule, from, to));
  note(effects, rule, after - before);
  return true;
}

function useCoupon(terms: NonNullable<PriceBasis["coupon"]>, lines: readonly Working[]): Effect {
  const field = "couponCode";
  const about = lines.filter(({ line }) => isAbout(terms.scope, line));
  const whole = plus(...lines.map(({ amount }) => amount));
  must(whole >= terms.minSpend, "COUPON_NOT_APPLICABLE", { field, minSpend: terms.minSpend });
  const base = plus(...about.map(({ amount }) => amount));
  const off = couponDiscount(terms, base);
  // An order of nothing has no instalments, and nobody would owe anything for it.
  must(off > 0 && off < whole, "COUPON_NOT_APPLICABLE", { field });
  const { id: versionId, name, fundedBy } = terms;
  shareOut(about, -off, fundedBy, (before, after) => {
    return { kind: "COUPON", text: name, before, after, fundedBy, versionId };
  });
  return { versionId, name, fundedBy, effect: fen(-off) };
}

/** Shares a change out in proportion to what each line costs, by largest remainder: no fen is lost or made. */
function shareOut(
  lines: readonly Working[],
  change: number,
  fundedBy: Funder,
  step: (before: Fen, after: Fen) => TraceStep,
): void {
  if (change === 0) return;
  const amounts = lines.map(({ amount }) => amount);
  const weights = amounts.some((amount) => amount > 0) ? amounts : amounts.map(() => 1);
  const parts = split(fen(Math.abs(change)), weights);
  for (const [index, working] of lines.entries()) {
    const part = (parts[index] ?? 0) * Math.sign(change);
    if (part === 0) continue;
    const after = fen(working.amount + part);
    working.trace.push(step(working.amount, after));
    working.amount = after;
    if (fundedBy === "SUPPLIER") working.ofSupplier += part;
  }
}

function summed(
  basis: PriceBasis,
  workings: readonly Working[],
  rules: readonly Effect[],
  coupons: readonly Effect[],
): Priced {
  const lines = workings.map((working) => moneyOf(working, basis.taxRate));
  const total = plus(...lines.map((line) => line.amount));
  const cost = plus(...lines.map((line) => line.costAmount));
  const tax = plus(...lines.map((line) => line.taxAmount));
  return { lines, total, tax, cost, rules, coupons, belowFloor: isBelowFloor(total, cost, basis.marginFloor) };
}

/** Whether the margin of a price is less than the floor, which counts in basis points of the price. */
export function isBelowFloor(total: Fen, cost: Fen, floor: number): boolean {
  return BigInt(total - cost) * 10_000n < BigInt(total) * BigInt(floor);
}

function moneyOf({ line, list, explanation, own, amount, ofSupplier, trace }: Working, taxRate: number): LineMoney {
  const cost = plainCost(line);
  return {
    listAmount: list,
    amount,
    discountShare: minus(amount, own),
    taxAmount: taxWithin(amount, taxRate),
    costAmount: fen(Math.max(0, cost + ofSupplier)),
    explanation,
    trace,
  };
}

/** What a line costs before anything its supplier funds: the cost of one unit times the quantity. */
export function plainCost({ unitCost, quantity }: LineBasis): Fen {
  return roundToFen(multiply(ofFen(unitCost), exact(decimal(quantity))), WHOLE_FEN);
}

/** The tax that an amount contains, rounded half up: 106.00 at 6 % contains 6.00. */
export function taxWithin(amount: Fen, rate: number): Fen {
  const whole = 10_000n + BigInt(rate);
  return fen(Number((BigInt(amount) * BigInt(rate) * 2n + whole) / (whole * 2n)));
}

function stepOf(kind: "RULE" | "WHOLE_RULE", rule: PricingRule, before: Fen, after: Fen): TraceStep {
  return { kind, text: rule.name, before, after, fundedBy: rule.fundedBy, versionId: rule.id };
}

function note(effects: Map<string, Effect>, { id: versionId, name, fundedBy }: PricingRule, change: number): void {
  const before = effects.get(versionId)?.effect ?? 0;
  effects.set(versionId, { versionId, name, fundedBy, effect: fen(before + change) });
}

/** A quantity as decimal text: it has four decimals at most. */
function decimal(quantity: number): string {
  const tenThousandths = Math.round(quantity * 10_000);
  if (!Number.isSafeInteger(tenThousandths)) throw new Refusal("VALIDATION", { field: "quantity" });
  return (tenThousandths / 10_000).toFixed(4);
}
