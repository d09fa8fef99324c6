/** What kinds of events the books know. */
export const ledgerKinds = [
  // Money that came, work that was accepted.
  "RECEIPT",
  "REVENUE_EARNED",
  "COST_INCURRED",
  "HELD_RELEASED",
  "COMMISSION_CLAIMED",
  // Refunds: owed, claimed from the supplier, paid; deposits that are lost.
  "REFUND_GRANTED",
  "REFUND_CLAIMED",
  "REFUND_PAID",
  "DEPOSIT_FORFEITED",
] as const;
export type LedgerKind = (typeof ledgerKinds)[number];
