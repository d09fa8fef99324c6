/** What kinds of events the books know. */
export const ledgerKinds = [
  // Money that came, work that was accepted.
  "RECEIPT",
  "REVENUE_EARNED",
  "COST_INCURRED",
  "HELD_RELEASED",
  "COMMISSION_CLAIMED",
] as const;
export type LedgerKind = (typeof ledgerKinds)[number];
