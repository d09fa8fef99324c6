import { endOfMonth } from "../kernel/day.js";
import { newId } from "../kernel/ids.js";
import type { Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { type ClosedBalance, LedgerPeriodRow } from "./ledger.table.js";
import { monthToClose } from "./ledger-period.js";

export type { LedgerPeriodRow };

/** The closed months, newest first. */
export async function closedPeriods(sql: Sql): Promise<LedgerPeriodRow[]> {
  return sql.rows(LedgerPeriodRow, "ORDER BY t.endsAt DESC LIMIT 120");
}

export interface ClosingState {
  /** When the first transaction happened; null while the books are empty. */
  readonly beganAt: number | null;
  readonly lastClosed: string | null;
  readonly next: string | null;
}

/** When the books began, the last closed month and the one that is next. */
export async function closingState(sql: Sql): Promise<ClosingState> {
  const [last] = await sql.query<{ month: string }>("SELECT month FROM ledger_periods ORDER BY endsAt DESC LIMIT 1");
  const [began] = await sql.query<{ at: number }>("SELECT at FROM ledger_transactions ORDER BY at, id LIMIT 1");
  const lastClosed = last?.month ?? null;
  const beganAt = began ? Number(began.at) : null;
  return { beganAt, lastClosed, next: monthToClose(lastClosed, beganAt) };
}

/** Whether the database refused a transaction because its month is closed. */
export function saysClosed(error: unknown): boolean {
  return error instanceof Error && error.message.includes("Its month is closed.");
}

/** Closes a month for good with what every account held at its end. */
export async function addPeriod(tx: Tx, month: string, balances: readonly ClosedBalance[]): Promise<void> {
  await tx.insert(LedgerPeriodRow, [
    {
      id: newId(),
      month,
      endsAt: endOfMonth(month),
      closedAt: tx.now,
      closedById: tx.actorId,
      balances: [...balances],
    },
  ]);
}
