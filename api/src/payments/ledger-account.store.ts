import { endOfMonth, monthOf } from "../kernel/day.js";
import { type Fen, fen, minus } from "../kernel/money.js";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import type { Sql, SqlValue } from "../platform/sql.js";
import type { AccountCode } from "./accounts.js";
import { PostingRow } from "./ledger.table.js";
import { grownBy } from "./ledger-totals.store.js";

/** A posting with what its account held after it. */
export interface RunningPosting extends PostingRow {
  readonly balance: Fen;
}

/**
 * A page of an account's postings, newest first, each with what the account held after it. The figure of the first is what is
 * kept of its month, less what of the month came later; so it costs the same however many months there are.
 */
export async function pageOfAccount(
  sql: Sql,
  account: AccountCode,
  request: PageRequest,
): Promise<Page<RunningPosting>> {
  const values: SqlValue[] = [account, account];
  let place = "";
  if (request.after) {
    const [at, id] = request.after;
    place = "AND t.at <= ? AND (t.at < ? OR t.id < ?)";
    values.push(at, at, id);
  }
  const rows = await sql.rows(
    PostingRow,
    `WHERE t.account >= ? AND t.account <= ? ${place}
     ORDER BY t.account DESC, t.at DESC, t.id DESC LIMIT ${request.first + 1}`,
    values,
  );
  const [first] = rows;
  let balance = first ? await balanceAfter(sql, account, first) : fen(0);
  const running = rows.map((row) => {
    const own = { ...row, balance };
    balance = minus(balance, grownBy(account, fen(Number(row.debit)), fen(Number(row.credit))));
    return own;
  });
  return toPage(running, request, (row) => row.at);
}

interface Sums {
  readonly debit: number | null;
  readonly credit: number | null;
}

async function balanceAfter(sql: Sql, account: AccountCode, { at, id }: PostingRow): Promise<Fen> {
  const month = monthOf(at);
  const [kept] = await sql.query<Sums>(
    "SELECT SUM(debit) AS debit, SUM(credit) AS credit FROM ledger_totals WHERE account = ? AND month <= ?",
    [account, month],
  );
  const [later] = await sql.query<Sums>(
    `SELECT SUM(debit) AS debit, SUM(credit) AS credit FROM postings
     WHERE account = ? AND at >= ? AND at < ? AND (at > ? OR id > ?)`,
    [account, at, endOfMonth(month), at, id],
  );
  const grown = (sums: Sums | undefined): Fen =>
    grownBy(account, fen(Number(sums?.debit ?? 0)), fen(Number(sums?.credit ?? 0)));
  return minus(grown(kept), grown(later));
}
