import { type Fen, fen, ZERO } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";

/**
 * How a part of an order is sold and its money collected. OWN_SALE: the platform sells, suppliers are its
 * subcontractors. SUB_MERCHANT: a licensed channel collects for the supplier and shares the commission. CUSTODY: a bank
 * keeps the money and splits it when told. DIRECT: the supplier collects itself, the platform claims its commission.
 */
export const collectionModes = ["OWN_SALE", "SUB_MERCHANT", "CUSTODY", "DIRECT"] as const;
export type CollectionMode = (typeof collectionModes)[number];

/** Who sells, or who takes the money. */
export const parties = ["PLATFORM", "SUPPLIER"] as const;
export type Party = (typeof parties)[number];

/** Who sells: whose revenue the price is. */
export function principalOf(mode: CollectionMode): Party {
  return mode === "OWN_SALE" ? "PLATFORM" : "SUPPLIER";
}

/** Who takes the customer's money, unless a payment says otherwise. */
export function collectorOf(mode: CollectionMode): Party {
  return mode === "DIRECT" ? "SUPPLIER" : "PLATFORM";
}

/** How one component is sold, as its product says. */
export interface CollectionTerms {
  readonly collectionMode: CollectionMode;
  /** What the platform keeps of the price when the supplier sells, VAT included, in basis points. */
  readonly commissionRate: number;
  /** Whether the commission goes back with a refund. */
  readonly commissionRefundable: boolean;
  /** Part of one unit's price that is passed on to an office: nobody's revenue. */
  readonly officialFee: Fen;
}

/** The platform sells, nothing is passed on. */
export const OWN_TERMS: CollectionTerms = {
  collectionMode: "OWN_SALE",
  commissionRate: 0,
  commissionRefundable: true,
  officialFee: ZERO,
};

/** The terms of a component; what is left out is as for the platform's own sale, which has no commission. Refuses VALIDATION. */
export function cleanTerms(wish: Partial<CollectionTerms>, field = "components"): CollectionTerms {
  const { collectionMode, commissionRate, commissionRefundable, officialFee } = { ...OWN_TERMS, ...wish };
  const inRange = Number.isInteger(commissionRate) && commissionRate >= 0 && commissionRate <= 10_000;
  must(inRange, "VALIDATION", { field, min: 0, max: 10_000 });
  must(officialFee >= 0, "VALIDATION", { field, min: 0 });
  const commission =
    principalOf(collectionMode) === "SUPPLIER" ? { commissionRate, commissionRefundable } : OWN_COMMISSION;
  return { collectionMode, ...commission, officialFee };
}

/** The terms of one line of a quotation or an order: its fee is for all of its units. */
export type LineTerms = CollectionTerms;

/** What a line keeps of the terms: the fee for all its units, to the fen and never more than its price. */
export function frozenTerms(terms: CollectionTerms, quantity: number, saleAmount: Fen): LineTerms {
  const { collectionMode, commissionRate, commissionRefundable, officialFee } = terms;
  const whole = Math.round(officialFee * quantity);
  return { collectionMode, commissionRate, commissionRefundable, officialFee: fen(Math.min(whole, saleAmount)) };
}

const OWN_COMMISSION = { commissionRate: 0, commissionRefundable: true };
