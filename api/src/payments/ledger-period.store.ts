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

/** The last closed month and the one that is next. */
export async function closingState(sql: Sql): Promise<{ lastClosed: string | null; next: string | null }> {
  const [last] = await sql.query<{ month: string }>("SELECT month FROM ledger_periods ORDER BY endsAt DESC LIMIT 1");
  const [began] = await sql.query<{ at: number }>("SELECT at FROM ledger_transactions ORDER BY at, id LIMIT 1");
  const lastClosed = last?.month ?? null;
  return { lastClosed, next: monthToClose(lastClosed, began ? Number(began.at) : null) };
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
