/** What kinds of events the books know. */
export const ledgerKinds = [
  // Money that came, work that was accepted.
  "RECEIPT",
  "REVENUE_EARNED",
  "COST_INCURRED",
  "HELD_RELEASED",
  // What the platform's own coupon took off the price of what a supplier sells.
  "PROMOTION_GRANTED",
  "COMMISSION_CLAIMED",
  // Money of an order whose parts cost something else by now.
  "FUNDS_MOVED",
  // What was collected for an office reached it.
  "OFFICIAL_FEE_PAID",
  // Money that names no order, and its way back to who sent it.
  "UNIDENTIFIED",
  "UNIDENTIFIED_RETURNED",
  // A customer's credit in money.
  "CREDIT_PAID_OUT",
  // What the platform does without of a price.
  "WAIVED",
  // Refunds: owed, claimed from the supplier, paid; deposits that are lost.
  "REFUND_GRANTED",
  "REFUND_CLAIMED",
  "REFUND_PAID",
  "DEPOSIT_FORFEITED",
  // Paying suppliers.
  "STATEMENT_PAID",
  "SUPPLIER_CHARGED",
  "CLAIM_ENDED",
  "DEPOSIT_TAKEN",
  "DEPOSIT_RETURNED",
  // Booked by hand, and what takes that back.
  "CHANNEL_SETTLED",
  "REVERSAL",
] as const;
export type LedgerKind = (typeof ledgerKinds)[number];

/** Whether a transaction is taken back in the books themselves: nothing but a person's entry stands behind it. */
export function isReversible(kind: string): boolean {
  return kind === "CHANNEL_SETTLED";
}
