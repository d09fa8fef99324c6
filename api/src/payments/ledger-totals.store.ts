import { monthBefore, monthOf } from "../kernel/day.js";
import { type Fen, fen, minus } from "../kernel/money.js";
import type { Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { type AccountCode, accounts } from "./accounts.js";
import { type PostingLine, totalsOf } from "./postings.js";

/** Connections that post at once use different slots, so none waits for another's transaction to end. */
const SLOTS = 64;

/** Adds a sealed transaction to what its accounts were debited and credited this month. */
export async function addToTotals(tx: Tx, lines: readonly PostingLine[]): Promise<void> {
  const month = monthOf(tx.now);
  const totals = totalsOf(lines);
  const slot = tx.dialect === "sqlite" ? "0" : `CONNECTION_ID() % ${SLOTS}`;
  const marks = totals.map(() => `(?, ?, ${slot}, ?, ?)`).join(", ");
  const onto =
    tx.dialect === "sqlite"
      ? "ON CONFLICT (account, month, slot) DO UPDATE SET debit = debit + excluded.debit, credit = credit + excluded.credit"
      : "ON DUPLICATE KEY UPDATE debit = debit + VALUES(debit), credit = credit + VALUES(credit)";
  await tx.run(
    `INSERT INTO ledger_totals (account, month, slot, debit, credit) VALUES ${marks} ${onto}`,
    totals.flatMap(({ account, debit, credit }) => [account, month, debit, credit]),
  );
}

export interface AccountBalance {
  readonly code: string;
  readonly name: string;
  readonly debit: Fen;
  readonly credit: Fen;
  /** In the direction in which the account grows. */
  readonly balance: Fen;
}

/** Every account of the chart with the sums of its sealed postings, to the end of `month` or of all that was posted. */
export async function accountBalances(sql: Sql, month?: string): Promise<AccountBalance[]> {
  const until = month === undefined ? "" : "WHERE month <= ?";
  const rows = await sql.query<{ code: AccountCode; name: string; debit: number; credit: number }>(
    `SELECT a.code, a.name, COALESCE(s.debit, 0) AS debit, COALESCE(s.credit, 0) AS credit
     FROM ledger_accounts a LEFT JOIN (
       SELECT account, SUM(debit) AS debit, SUM(credit) AS credit FROM ledger_totals ${until} GROUP BY account
     ) s ON s.account = a.code ORDER BY a.code`,
    month === undefined ? [] : [month],
  );
  return rows.map(({ code, name, ...sums }) => {
    const [debit, credit] = [fen(Number(sums.debit)), fen(Number(sums.credit))];
    return { code, name, debit, credit, balance: grownBy(code, debit, credit) };
  });
}

/** What an account held before a month, how it moved in it, and what it held at its end. */
export interface MonthBalance extends AccountBalance {
  readonly opening: Fen;
}

/** Every account of the chart as a month moved it; without a month, as all that was posted did. */
export async function balancesOfMonth(sql: Sql, month: string | null): Promise<MonthBalance[]> {
  if (month === null) return (await accountBalances(sql)).map((account) => ({ ...account, opening: fen(0) }));
  const until = await accountBalances(sql, month);
  const before = new Map((await accountBalances(sql, monthBefore(month))).map((account) => [account.code, account]));
  return until.map((account) => {
    const held = before.get(account.code) ?? { debit: fen(0), credit: fen(0), balance: fen(0) };
    const debit = minus(account.debit, held.debit);
    const credit = minus(account.credit, held.credit);
    return { ...account, opening: held.balance, debit, credit };
  });
}

/** How far an account grew by these sums, in its own direction. */
export function grownBy(code: AccountCode, debit: Fen, credit: Fen): Fen {
  return accounts[code].normalSide === "DEBIT" ? minus(debit, credit) : minus(credit, debit);
}
