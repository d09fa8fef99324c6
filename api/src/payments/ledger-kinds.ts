/** What kinds of events the books know; one word a line. */
export const ledgerKinds = ["RECEIPT", "REVENUE_EARNED", "COST_INCURRED"] as const;
export type LedgerKind = (typeof ledgerKinds)[number];
