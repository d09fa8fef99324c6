import { type CollectionTerms, frozenTerms, OWN_TERMS } from "../catalogue/collection.js";
import type { Component, PlanStepSpec } from "../catalogue/product.js";
import { times } from "../kernel/money.js";
import type { PriceBreakdown } from "../pricing/price.js";
import { planOnLines } from "./plan-on-lines.js";
import { priceOfOne, type QuotationContent, type QuotationLine } from "./quotation.js";

/** The version of a product a quotation is written from. */
interface PricedFrom {
  readonly id: string;
  readonly title: string;
  readonly plan: readonly PlanStepSpec[];
  readonly contractTemplate: string | null;
}

/**
 * A first version from a priced product: its lines with the suppliers and the sums of the pricing engine, its plan and
 * its contract. Where an amount is no whole unit price times the quantity, as a formula's seldom is, the line costs one
 * sum.
 */
export function contentFromPrice(
  price: PriceBreakdown,
  version: PricedFrom,
  components: readonly (Pick<Component, "id" | "position"> & CollectionTerms)[],
  validUntil: number,
): QuotationContent {
  const lines = price.lines.map((line) => {
    const terms = components.find(({ id }) => id === line.componentId) ?? OWN_TERMS;
    return { ...lineFromPrice(line), ...frozenTerms(terms, line.quantity, line.amount) };
  });
  return {
    title: version.title,
    regionCode: price.regionCode,
    productVersionId: version.id,
    inputs: price.answers,
    lines,
    plan: planOnLines(version.plan, components, lines),
    terms: "",
    validUntil,
    contractTemplate: version.contractTemplate,
  };
}

function lineFromPrice(line: PriceBreakdown["lines"][number]): Omit<QuotationLine, keyof CollectionTerms> {
  const { componentId, itemId, itemName, unit, quantity, stage, supplierId, serviceId } = line;
  const { amount, listAmount, costAmount, unitPrice } = line;
  const kept = times(unitPrice, quantity) === amount;
  return {
    ...{ componentId, itemId, itemName, unit, quantity, stage, supplierId, serviceId },
    ...{ amount, listAmount, costAmount },
    unitPrice: kept ? unitPrice : priceOfOne(amount, quantity),
    leadDays: null,
    optional: false,
    note: null,
  };
}
