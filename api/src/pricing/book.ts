import type { CouponTerms } from "./coupon.js";
import type { FormulaText } from "./formula-version.js";
import { type Rounding, WHOLE_FEN } from "./rounding.js";
import type { PricingRule } from "./rule.js";

/** A version of a formula as prices are worked out with it. */
export interface PricingFormula {
  readonly id: string;
  readonly code: string;
  readonly text: FormulaText;
}

/** What is in force for one customer at one instant: read together, so that a price is made of one moment. */
export interface PriceBook {
  readonly at: number;
  /** The versions in force, by the code of their formula. */
  readonly formulas: ReadonlyMap<string, PricingFormula>;
  /** Every ACTIVE rule in the operator's order. */
  readonly rules: readonly PricingRule[];
  /** The groups the customer belongs to; none for a stranger. */
  readonly groupIds: readonly string[];
  readonly coupon: CouponTerms | null;
  readonly taxRate: number;
  readonly marginFloor: number;
  readonly rounding: Rounding;
}

/** A book without formulas, rules and coupons, at the presets. */
export const PLAIN_BOOK: PriceBook = {
  at: 0,
  formulas: new Map(),
  rules: [],
  groupIds: [],
  coupon: null,
  taxRate: 600,
  marginFloor: 1_000,
  rounding: WHOLE_FEN,
};
