import { stateTable } from "../kernel/state-table.js";
import type { SupplierRole } from "../platform/viewer.js";

export const statementStateNames = [
  "DRAFT",
  "SUPPLIER_REVIEW",
  "CONFIRMED",
  "APPROVED",
  "PAYING",
  "PAID",
  "FAILED",
  "CANCELLED",
] as const;
export type StatementState = (typeof statementStateNames)[number];
export type StatementVerb = "SEND" | "CONFIRM" | "APPROVE" | "PAY" | "SETTLE" | "FAIL" | "CANCEL";

/** The life of a statement: what it pays was earned long before; only paying it moves money. */
export const statementLife = stateTable<StatementState, StatementVerb>("statement", "DRAFT", {
  DRAFT: { SEND: "SUPPLIER_REVIEW", CANCEL: "CANCELLED" },
  SUPPLIER_REVIEW: { CONFIRM: "CONFIRMED", CANCEL: "CANCELLED" },
  CONFIRMED: { APPROVE: "APPROVED", CANCEL: "CANCELLED" },
  APPROVED: { PAY: "PAYING", CANCEL: "CANCELLED" },
  PAYING: { SETTLE: "PAID", FAIL: "FAILED" },
  FAILED: { PAY: "PAYING", CANCEL: "CANCELLED" },
  PAID: {},
  CANCELLED: {},
});

/** How often a supplier's statement is made by itself. */
export const settlementCycles = ["T_PLUS_7", "WEEKLY", "MONTHLY", "MANUAL"] as const;
export type SettlementCycle = (typeof settlementCycles)[number];

/** A line's life: DISPUTED leaves the statement and waits for staff; ANSWERED may be in the next statement. */
export const lineStateNames = ["ACTIVE", "DISPUTED", "ANSWERED"] as const;
export type LineState = (typeof lineStateNames)[number];

/** Whether a cycle makes statements on this day: every day, on Mondays, on the first of the month, never. */
export function makesStatementOn(cycle: SettlementCycle, day: string): boolean {
  switch (cycle) {
    case "T_PLUS_7":
      return true;
    case "WEEKLY":
      return new Date(`${day}T00:00:00.000Z`).getUTCDay() === 1;
    case "MONTHLY":
      return day.endsWith("-01");
    case "MANUAL":
      return false;
  }
}

/** Who of a supplier answers for its money. */
export const moneyRoles: readonly SupplierRole[] = ["OWNER", "FINANCE"];

/** What every deed on a statement names: which one, as it was seen. */
export interface StatementSeen {
  readonly statementId: string;
  readonly version: number;
}
