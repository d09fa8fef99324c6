import { type Fen, fen } from "../kernel/money.js";
import type { CouponTerms } from "./coupon.js";
import type { FormulaText } from "./formula-version.js";
import type { Answer } from "./inputs.js";
import type { Rounding } from "./rounding.js";
import type { Funder, PricingRule } from "./rule.js";

/** One service item by one supplier, before any money is worked out. */
export interface LineBasis {
  /** The product's component; what a quotation added has none. */
  readonly componentId: string | null;
  readonly itemId: string;
  readonly itemName: string;
  readonly unit: string;
  readonly quantity: number;
  readonly supplierId: string;
  /** The supplier's sale price and cost of one unit. */
  readonly unitPrice: Fen;
  readonly unitCost: Fen;
  /** The least the supplier charges for the piece of work; null or, in older prices, absent for none. */
  readonly minCharge?: Fen | null;
  /** The version of the formula that prices it; null for sale price times quantity. */
  readonly formulaVersionId: string | null;
}

/**
 * Everything a price is made of: with the versions it names it gives the same fen at any time. Stored whole with every
 * order and quotation.
 */
export interface PriceBasis {
  readonly productId: string | null;
  readonly productVersionId: string | null;
  readonly regionCode: string;
  readonly at: number;
  /** The groups its customer belonged to. */
  readonly groupIds: readonly string[];
  readonly answers: readonly Answer[];
  readonly lines: readonly LineBasis[];
  /** The rules that might count, in the operator's order. */
  readonly ruleVersionIds: readonly string[];
  readonly coupon: CouponTerms | null;
  /** Tax that prices contain, in basis points of the price before tax. */
  readonly taxRate: number;
  /** Least margin in basis points of the price. */
  readonly marginFloor: number;
  readonly rounding: Rounding;
}

/** Where versions are found; a version that is named is always there, since none is ever deleted. */
export interface Library {
  formula(versionId: string): FormulaText;
  rule(versionId: string): PricingRule;
}

export const traceKinds = ["ITEM", "MIN_CHARGE", "RULE", "WHOLE_RULE", "COUPON"] as const;
export type TraceKind = (typeof traceKinds)[number];

/** One step on a line's way to its amount; `before` and `after` are fen, so the steps add up. */
export interface TraceStep {
  readonly kind: TraceKind;
  /** What is told of it: the formula in figures, the least charge, or the rule's or coupon's name. */
  readonly text: string;
  readonly before: Fen;
  readonly after: Fen;
  readonly fundedBy: Funder | null;
  /** The formula's or rule's version, or the coupon. */
  readonly versionId: string | null;
}

/** A line's money. `costAmount` never leaves staff types. */
export interface LineMoney {
  /** By sale price or formula, before any rule. */
  readonly listAmount: Fen;
  readonly amount: Fen;
  /** What rules over the whole and coupons added to it; negative when they took off. */
  readonly discountShare: Fen;
  readonly taxAmount: Fen;
  readonly costAmount: Fen;
  /** How the list amount came about, in figures. */
  readonly explanation: string;
  readonly trace: readonly TraceStep[];
}

/** What of a line's price the platform gave: its own rules and coupon together, nothing where they added to it. */
export function givenByPlatform({ trace }: Pick<LineMoney, "trace">): Fen {
  const added = trace.reduce((sum, step) => sum + (step.fundedBy === "PLATFORM" ? step.after - step.before : 0), 0);
  return fen(Math.max(0, -added));
}

/** What one rule or coupon did to the whole price. */
export interface Effect {
  readonly versionId: string;
  readonly name: string;
  readonly fundedBy: Funder;
  readonly effect: Fen;
}

/** A basis with its money. */
export interface Priced {
  readonly lines: readonly LineMoney[];
  readonly total: Fen;
  readonly tax: Fen;
  readonly cost: Fen;
  /** Rules that counted, in the order they did. */
  readonly rules: readonly Effect[];
  readonly coupons: readonly Effect[];
  readonly belowFloor: boolean;
}
