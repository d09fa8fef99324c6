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
