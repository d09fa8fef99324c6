import { chosenComponents } from "../catalogue/composition.js";
import { depositLimit } from "../catalogue/plan.js";
import type {
  ChoiceGroup,
  Component,
  Milestone,
  PlanStepSpec,
  ProductInputSpec,
  SupplierChoice,
} from "../catalogue/product.js";
import { type Fen, fen, minus, plus, split } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import type { Effect, LineBasis, LineMoney, PriceBasis, Priced } from "./basis.js";
import { PLAIN_BOOK, type PriceBook } from "./book.js";
import { evaluatePrice } from "./evaluate-price.js";
import { type Answer, type Completeness, type InputValue, readAnswers } from "./inputs.js";
import { answerValues } from "./names.js";
import { quantityOf } from "./quantity.js";
import { mayCount } from "./rule.js";
import { type Assigned, assignSuppliers, type ComponentChoice, type PricedService } from "./suppliers.js";

export type { ComponentChoice, PricedService };

/** The version of a product that is priced. */
export interface PricedVersion {
  readonly id: string;
  readonly productId: string;
  readonly inputs: readonly ProductInputSpec[];
  readonly plan: readonly PlanStepSpec[];
  readonly supplierChoice: SupplierChoice;
  /** Null is none. */
  readonly choiceGroups: readonly ChoiceGroup[] | null;
  readonly regions: readonly string[];
}

export interface Wishes {
  readonly regionCode: string;
  readonly inputs: readonly InputValue[];
  readonly choices: readonly ComponentChoice[];
}

/** One selected component with its supplier and its price. `unitCost` and `costAmount` never leave staff types. */
export interface PricedLine extends LineMoney {
  readonly componentId: string;
  readonly itemId: string;
  readonly itemName: string;
  readonly unit: string;
  readonly quantity: number;
  readonly stage: number;
  readonly supplierId: string;
  readonly chosenBy: "CUSTOMER" | "PLATFORM";
  readonly serviceId: string;
  readonly unitPrice: Fen;
  readonly unitCost: Fen;
  readonly minCharge: Fen | null;
  readonly formulaVersionId: string | null;
  readonly milestones: readonly Milestone[];
}

export interface PlanAmount extends PlanStepSpec {
  readonly amount: Fen;
}

/** A price with everything it was made of. */
export interface PriceBreakdown {
  readonly productVersionId: string;
  readonly regionCode: string;
  readonly answers: readonly Answer[];
  readonly lines: readonly PricedLine[];
  readonly plan: readonly PlanAmount[];
  readonly total: Fen;
  /** The tax that the total contains. */
  readonly tax: Fen;
  readonly cost: Fen;
  /** Rules that counted, in order, and the coupon; each with what it changed. */
  readonly rules: readonly Effect[];
  readonly coupons: readonly Effect[];
  readonly formulaVersionIds: readonly string[];
  readonly ruleVersionIds: readonly string[];
  /** Whether the margin is below the floor that was set; never leaves staff types. */
  readonly belowFloor: boolean;
  /** What to keep so that the same fen can be worked out again. */
  readonly basis: PriceBasis;
  readonly priced: Priced;
  /**
   * Exactly what a customer agrees to, as text: version, region, answers, lines with their suppliers, the versions of
   * formulas and rules, the coupon, the total. The same wishes on the same versions and prices always give the same
   * text; its fingerprint is the price's hash.
   */
  readonly agreement: string;
}

/**
 * Prices a product for one customer's wishes, with the formulas, rules and coupon of the book. Every line is rounded
 * once to whole fen; the total is their sum and the plan splits it without losing a fen.
 *
 * Refuses REGION_NOT_SERVED, VALIDATION and QUANTITY_OUT_OF_RANGE (naming the input or choice), NO_SUPPLIER when nobody
 * can do a selected item in the region, SUPPLIER_NOT_ELIGIBLE when the chosen one can't, COUPON_NOT_APPLICABLE.
 */
export function priceProduct(
  version: PricedVersion,
  components: readonly Component[],
  services: readonly PricedService[],
  wishes: Wishes,
  completeness: Completeness,
  book: PriceBook = PLAIN_BOOK,
): PriceBreakdown {
  const { regionCode } = wishes;
  must(version.regions.includes(regionCode), "REGION_NOT_SERVED", { field: "regionCode" });
  const answers = readAnswers(version.inputs, wishes.inputs, completeness);
  const selected = chosenComponents(version.choiceGroups ?? [], components, wishes.choices);
  must(selected.length > 0, "VALIDATION", { field: "choices" });
  const here = services.filter((service) => service.regions.includes(regionCode));
  const assigned = assignSuppliers(version.supplierChoice, selected, here, wishes.choices);
  const values = answerValues(answers);
  const quantities = selected.map((part) => quantityOf(part, version, answers, values, completeness));
  const basis = basisOf(version, wishes.regionCode, answers, assigned, quantities, book);
  const priced = evaluatePrice(basis, libraryOfBook(book));
  const lines = assigned.map((one, index) => lineOf(one, known(basis.lines[index]), known(priced.lines[index])));
  return breakdownOf(version, basis, priced, lines);
}

/**
 * What is held against a price before it is told or sold: its margin is not below the floor. Refuses
 * COUPON_NOT_APPLICABLE for a coupon that takes too much, else PRODUCT_NOT_AVAILABLE, so that nobody learns a margin.
 */
export function mustKeepFloor({ belowFloor, coupons }: Pick<PriceBreakdown, "belowFloor" | "coupons">): void {
  must(!belowFloor || coupons.length === 0, "COUPON_NOT_APPLICABLE", { field: "couponCode" });
  must(!belowFloor, "PRODUCT_NOT_AVAILABLE", { field: "productId" });
}

/**
 * Splits a total by the plan's basis points with the largest remainder; the fen that rounding put beyond what 定金 may be
 * go to the last instalment that is none. Refuses QUANTITY_OUT_OF_RANGE for a share of nothing.
 */
export function planAmounts(plan: readonly PlanStepSpec[], total: Fen): PlanAmount[] {
  const amounts = planShares(plan, total);
  return plan.map((step, index) => {
    const amount = amounts[index] ?? fen(0);
    must(amount > 0, "QUANTITY_OUT_OF_RANGE", { field: "inputs" });
    return { ...step, amount };
  });
}

/** What each instalment comes to: every fen of the total, and no more 定金 than the law allows. */
export function planShares(plan: readonly PlanStepSpec[], total: Fen): readonly Fen[] {
  const shares = plan.map((step) => step.shareBasisPoints);
  return withinDeposit(plan, split(total, shares), total);
}

function withinDeposit(plan: readonly PlanStepSpec[], amounts: readonly Fen[], total: Fen): readonly Fen[] {
  const deposits = plan.flatMap(({ nature }, index) => (nature === "DEPOSIT" ? [index] : []));
  const heir = plan.findLastIndex(({ nature }) => nature !== "DEPOSIT");
  const beyond = plus(...deposits.map((index) => amounts[index] ?? fen(0))) - depositLimit(total);
  const last = deposits.at(-1);
  if (last === undefined || heir < 0 || beyond <= 0) return amounts;
  return amounts.map((amount, index) => {
    if (index === last) return minus(amount, fen(beyond));
    return index === heir ? plus(amount, fen(beyond)) : amount;
  });
}

function basisOf(
  version: PricedVersion,
  regionCode: string,
  answers: readonly Answer[],
  assigned: readonly Assigned[],
  quantities: readonly number[],
  book: PriceBook,
): PriceBasis {
  const { at, groupIds, coupon, taxRate, marginFloor, rounding } = book;
  const { id: productVersionId, productId } = version;
  const occasion = { at, productId, regionCode, groupIds };
  if (coupon) mustFit(coupon.scope, occasion);
  const lines = assigned.map(({ component, service }, index) => {
    const { id: componentId, itemId, itemName, unit, priceFormula } = component;
    const formula = priceFormula === null ? null : book.formulas.get(priceFormula);
    must(formula !== undefined, "PRODUCT_NOT_AVAILABLE", { field: "choices", item: itemName });
    return {
      ...{ componentId, itemId, itemName, unit },
      quantity: quantities[index] ?? 0,
      supplierId: service.supplierId,
      unitPrice: fen(service.salePrice),
      unitCost: fen(service.costPrice),
      minCharge: service.minCharge ? fen(service.minCharge) : null,
      formulaVersionId: formula?.id ?? null,
    };
  });
  const ruleVersionIds = book.rules.filter((rule) => mayCount(rule, occasion)).map((rule) => rule.id);
  const settings = { coupon, taxRate, marginFloor, rounding };
  return { ...occasion, productVersionId, answers, lines, ruleVersionIds, ...settings };
}

/** A coupon for another product, region or group does not fit. */
function mustFit(
  scope: NonNullable<PriceBook["coupon"]>["scope"],
  occasion: { productId: string; regionCode: string; groupIds: readonly string[] },
): void {
  const fits = (list: readonly string[], one: string): boolean => list.length === 0 || list.includes(one);
  const inGroup = scope.groupIds.length === 0 || scope.groupIds.some((id) => occasion.groupIds.includes(id));
  const all = inGroup && fits(scope.productIds, occasion.productId) && fits(scope.regionCodes, occasion.regionCode);
  must(all, "COUPON_NOT_APPLICABLE", { field: "couponCode" });
}

function libraryOfBook({ formulas, rules }: PriceBook) {
  const texts = new Map([...formulas.values()].map((formula) => [formula.id, formula.text]));
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return { formula: (id: string) => known(texts.get(id)), rule: (id: string) => known(byId.get(id)) };
}

function known<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error("A basis names only versions of its own book.");
  return thing;
}

function lineOf({ component, service, chosenBy }: Assigned, basis: LineBasis, money: LineMoney): PricedLine {
  const { id: componentId, stage, milestones } = component;
  const {
    itemId,
    itemName,
    unit,
    quantity,
    supplierId,
    unitPrice,
    unitCost,
    minCharge = null,
    formulaVersionId,
  } = basis;
  return {
    ...{ componentId, itemId, itemName, unit, quantity, stage, milestones },
    ...{ supplierId, chosenBy, serviceId: service.id, unitPrice, unitCost, minCharge, formulaVersionId },
    ...money,
  };
}

function breakdownOf(
  version: PricedVersion,
  basis: PriceBasis,
  priced: Priced,
  lines: readonly PricedLine[],
): PriceBreakdown {
  const { total, tax, cost, rules, coupons, belowFloor } = priced;
  const price = {
    productVersionId: version.id,
    regionCode: basis.regionCode,
    answers: basis.answers,
    lines,
    plan: planAmounts(version.plan, total),
    ...{ total, tax, cost, rules, coupons, belowFloor, basis, priced },
    formulaVersionIds: [...new Set(lines.flatMap((line) => line.formulaVersionId ?? []))],
    ruleVersionIds: rules.map((rule) => rule.versionId),
  };
  return { ...price, agreement: agreementOf(price) };
}

function agreementOf(price: Omit<PriceBreakdown, "agreement">): string {
  const { productVersionId, regionCode, answers, lines, formulaVersionIds, ruleVersionIds, coupons, total } = price;
  return JSON.stringify([
    productVersionId,
    regionCode,
    answers.map(({ code, value }) => [code, value]),
    lines.map((line) => [line.componentId, line.supplierId, line.chosenBy, line.quantity, line.unitPrice, line.amount]),
    formulaVersionIds,
    ruleVersionIds,
    coupons.map((coupon) => [coupon.versionId, coupon.effect]),
    total,
  ]);
}
