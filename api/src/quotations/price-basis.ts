import { fen, times } from "../kernel/money.js";
import type { LineBasis, PriceBasis } from "../pricing/basis.js";
import { WHOLE_FEN } from "../pricing/rounding.js";
import { priceOfOne, type QuotationContent, type QuotationLine } from "./quotation.js";

/** What holds at the moment of acceptance, besides what was quoted. */
export interface Moment {
  readonly at: number;
  readonly productId: string | null;
  /** Tax that prices contain, in basis points of the price before tax. */
  readonly taxRate: number;
}

/**
 * What an accepted price is made of, for its snapshot: the lines that were taken, at the prices that were negotiated.
 * No formula and no rule is asked again, so working it out anew gives the quoted fen at any time.
 */
export function basisOfQuotation(
  content: Pick<QuotationContent, "productVersionId" | "regionCode" | "inputs">,
  taken: readonly QuotationLine[],
  { at, productId, taxRate }: Moment,
): PriceBasis {
  const { productVersionId, regionCode, inputs } = content;
  return {
    ...{ productId, productVersionId, regionCode, at, taxRate },
    groupIds: [],
    answers: inputs,
    lines: taken.map(lineBasis),
    ruleVersionIds: [],
    coupon: null,
    marginFloor: 0,
    rounding: WHOLE_FEN,
  };
}

/** A sum that is no whole price of one times the quantity stands there as one piece. */
function lineBasis(line: QuotationLine): LineBasis {
  const { componentId, itemId, itemName, unit, quantity, supplierId, unitPrice, amount, costAmount } = line;
  const named = { componentId, itemId, itemName, supplierId, formulaVersionId: null };
  const unitCost = costAmount > 0 ? priceOfOne(costAmount, quantity) : fen(0);
  const whole = times(unitPrice, quantity) === amount && times(unitCost, quantity) === costAmount;
  if (whole) return { ...named, unit, quantity, unitPrice, unitCost };
  return { ...named, unit: `（${quantity} ${unit}）`, quantity: 1, unitPrice: amount, unitCost: costAmount };
}
