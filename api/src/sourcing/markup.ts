import { type Fen, raised } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";

/**
 * MARKUP: a bid is what the platform pays, the customer pays a rate more. DIRECT: a bid is what the customer pays, the
 * platform keeps a commission of that rate.
 */
export const termModes = ["MARKUP", "DIRECT"] as const;
export type TermMode = (typeof termModes)[number];

/** How a bid becomes a price. Frozen with every inquiry, so that what a customer compares is what they are offered. */
export interface SourcingTerms {
  readonly mode: TermMode;
  /** Basis points on top of the bid, or of the price that stay with the platform. */
  readonly rateBasisPoints: number;
  /** Unit prices are rounded up to whole multiples of so many fen. */
  readonly stepFen: number;
  /** Least margin on the cost, in basis points; below it a person looks at the quotation before it is sent. */
  readonly floorBasisPoints: number;
}

export const defaultTerms: SourcingTerms = {
  mode: "MARKUP",
  rateBasisPoints: 1_200,
  stepFen: 100,
  floorBasisPoints: 500,
};

/** Checks terms an administrator typed. Refuses VALIDATION naming the field. */
export function cleanTerms(terms: SourcingTerms): SourcingTerms {
  const { mode, rateBasisPoints, stepFen, floorBasisPoints } = terms;
  const whole = (value: number, max: number): boolean => Number.isInteger(value) && value >= 0 && value <= max;
  must(whole(rateBasisPoints, 10_000), "VALIDATION", { field: "rateBasisPoints", min: 0, max: 10_000 });
  must(whole(stepFen, 100_000) && stepFen > 0, "VALIDATION", { field: "stepFen", min: 1, max: 100_000 });
  must(whole(floorBasisPoints, 10_000), "VALIDATION", { field: "floorBasisPoints", min: 0, max: 10_000 });
  return { mode, rateBasisPoints, stepFen, floorBasisPoints };
}

/** What the customer pays for a unit that was bid at `unitPrice`. */
export function saleUnitPrice(unitPrice: Fen, terms: SourcingTerms): Fen {
  return terms.mode === "DIRECT" ? unitPrice : raised(unitPrice, terms.rateBasisPoints, terms.stepFen);
}

/** What the supplier gets of an amount that was bid. */
export function payOf(amount: Fen, terms: SourcingTerms): Fen {
  return terms.mode === "DIRECT" ? raised(amount, -terms.rateBasisPoints, 1) : amount;
}

/** Whether selling at `sale` what costs `cost` leaves the least margin. */
export function marginHolds(sale: number, cost: number, { floorBasisPoints }: SourcingTerms): boolean {
  return BigInt(sale - cost) * 10_000n >= BigInt(cost) * BigInt(floorBasisPoints);
}
