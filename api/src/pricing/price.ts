import type { Component, Milestone, PlanStepSpec, ProductInputSpec, SupplierChoice } from "../catalogue/product.js";
import { type Fen, fen, plus, split, times } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import { type Answer, type Completeness, type InputValue, numberOf, readAnswers } from "./inputs.js";
import { type Candidate, rank } from "./recommend.js";
import { yuan } from "./yuan.js";

/** The version of a product that is priced. */
export interface PricedVersion {
  readonly id: string;
  readonly inputs: readonly ProductInputSpec[];
  readonly plan: readonly PlanStepSpec[];
  readonly supplierChoice: SupplierChoice;
  readonly regions: readonly string[];
}

/** A service that is EFFECTIVE at an ACTIVE supplier. */
export interface PricedService extends Candidate {
  readonly itemId: string;
  readonly revision: number;
  readonly costPrice: number;
  readonly regions: readonly string[];
}

/** What the customer wants of one component; without a supplier the platform chooses. */
export interface ComponentChoice {
  readonly componentId: string;
  readonly selected: boolean;
  readonly supplierId?: string | null;
}

export interface Wishes {
  readonly regionCode: string;
  readonly inputs: readonly InputValue[];
  readonly choices: readonly ComponentChoice[];
}

/** One selected component with its supplier and its price. `costAmount` never leaves staff types. */
export interface PricedLine {
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
  readonly amount: Fen;
  readonly costAmount: Fen;
  readonly milestones: readonly Milestone[];
  /** How the amount came about, in figures: "¥220.00 × 12 月". */
  readonly explanation: string;
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
  readonly cost: Fen;
  /**
   * Exactly what a customer agrees to, as text: version, region, answers, lines with their suppliers, total. The same
   * wishes on the same versions and prices always give the same text; its fingerprint is the price's hash.
   */
  readonly agreement: string;
}

const QUANTITY_LIMIT = 1_000_000;

/**
 * Prices a product for one customer's wishes. Each line is the supplier's sale price times the quantity, rounded once
 * to whole fen; the total is their sum and the plan splits it without losing a fen.
 *
 * Refuses REGION_NOT_SERVED, VALIDATION and QUANTITY_OUT_OF_RANGE (naming the input or choice), NO_SUPPLIER when nobody
 * can do a selected item in the region, SUPPLIER_NOT_ELIGIBLE when the chosen one can't.
 */
export function priceProduct(
  version: PricedVersion,
  components: readonly Component[],
  services: readonly PricedService[],
  wishes: Wishes,
  completeness: Completeness,
): PriceBreakdown {
  const { regionCode } = wishes;
  must(version.regions.includes(regionCode), "REGION_NOT_SERVED", { field: "regionCode" });
  const answers = readAnswers(version.inputs, wishes.inputs, completeness);
  const choices = readChoices(version, components, wishes.choices);
  const selected = components.filter((component) => isSelected(component, choices.get(component.id)));
  must(selected.length > 0, "VALIDATION", { field: "choices" });
  const lines = selected.map((component) => {
    const able = services.filter((s) => s.itemId === component.itemId && s.regions.includes(regionCode));
    return priceLine(component, able, answers, choices.get(component.id)?.supplierId ?? null);
  });
  const total = plus(...lines.map((line) => line.amount));
  const price = {
    productVersionId: version.id,
    regionCode,
    answers,
    lines,
    plan: planAmounts(version.plan, total),
    total,
    cost: plus(...lines.map((line) => line.costAmount)),
  };
  return { ...price, agreement: agreementOf(price) };
}

/** Splits a total by the plan's basis points with the largest remainder. Refuses QUANTITY_OUT_OF_RANGE for a share of nothing. */
export function planAmounts(plan: readonly PlanStepSpec[], total: Fen): PlanAmount[] {
  const shares = plan.map((step) => step.shareBasisPoints);
  const amounts = split(total, shares);
  return plan.map((step, index) => {
    const amount = amounts[index] ?? fen(0);
    must(amount > 0, "QUANTITY_OUT_OF_RANGE", { field: "inputs" });
    return { ...step, amount };
  });
}

function readChoices(
  version: PricedVersion,
  components: readonly Component[],
  given: readonly ComponentChoice[],
): ReadonlyMap<string, ComponentChoice> {
  const choices = new Map(given.map((choice) => [choice.componentId, choice]));
  must(choices.size === given.length, "VALIDATION", { field: "choices" });
  const byId = new Map(components.map((component) => [component.id, component]));
  for (const choice of given) {
    const component = byId.get(choice.componentId);
    must(component, "VALIDATION", { field: "choices" });
    must(choice.selected || !component.required, "VALIDATION", { field: "choices", item: component.itemName });
    must(version.supplierChoice === "CUSTOMER" || !choice.supplierId, "VALIDATION", { field: "choices" });
  }
  return choices;
}

function isSelected(component: Component, choice: ComponentChoice | undefined): boolean {
  return component.required || (choice?.selected ?? component.selectedByDefault);
}

function priceLine(
  component: Component,
  able: readonly PricedService[],
  answers: readonly Answer[],
  supplierId: string | null,
): PricedLine {
  const { id: componentId, itemId, itemName, unit, stage, milestones } = component;
  must(able.length > 0, "NO_SUPPLIER", { field: "choices", item: itemName });
  const service = supplierId ? able.find((s) => s.supplierId === supplierId) : rank(able)[0]?.service;
  must(service, "SUPPLIER_NOT_ELIGIBLE", { field: "choices", item: itemName });
  const quantity = quantityOf(component, answers);
  const unitPrice = fen(service.salePrice);
  return {
    componentId,
    itemId,
    itemName,
    unit,
    quantity,
    stage,
    milestones,
    supplierId: service.supplierId,
    chosenBy: supplierId ? "CUSTOMER" : "PLATFORM",
    serviceId: service.id,
    unitPrice,
    amount: times(unitPrice, quantity),
    costAmount: times(fen(service.costPrice), quantity),
    explanation: `${yuan(unitPrice)} × ${quantity} ${unit}`,
  };
}

function quantityOf(component: Component, answers: readonly Answer[]): number {
  const { quantityKind, quantityInput } = component;
  const quantity = quantityKind === "INPUT" ? numberOf(answers, quantityInput ?? "") : component.quantity;
  const field = quantityKind === "INPUT" ? `inputs.${quantityInput}` : "choices";
  must(quantity !== null, "VALIDATION", { field });
  must(quantity > 0 && quantity <= QUANTITY_LIMIT, "QUANTITY_OUT_OF_RANGE", { field, max: QUANTITY_LIMIT });
  return quantity;
}

function agreementOf(price: Omit<PriceBreakdown, "agreement">): string {
  const { productVersionId, regionCode, answers, lines, total } = price;
  return JSON.stringify([
    productVersionId,
    regionCode,
    answers.map(({ code, value }) => [code, value]),
    lines.map((line) => [line.componentId, line.supplierId, line.chosenBy, line.quantity, line.unitPrice, line.amount]),
    total,
  ]);
}
