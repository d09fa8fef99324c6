import { dayStamp } from "../kernel/day.js";
import { newId, newNumber } from "../kernel/ids.js";
import { type Fen, fen, minus } from "../kernel/money.js";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { pageInState } from "../platform/queue-page.js";
import type { Sql, SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { type CreditPayoutState, type CreditPayoutVerb, creditPayoutLife } from "./credit-payout.js";
import { CreditPayoutRow } from "./payment.table.js";

export type { CreditPayoutRow };

export async function addCreditPayout(
  tx: Tx,
  asked: Pick<CreditPayoutRow, "customerId" | "amount" | "payeeName" | "payeeAccount">,
): Promise<CreditPayoutRow> {
  const row: CreditPayoutRow = {
    id: newId(),
    no: newNumber("CP", dayStamp(tx.now)),
    ...asked,
    state: creditPayoutLife.initial,
    endedBy: null,
    bankReference: null,
    reason: null,
    createdAt: tx.now,
    endedAt: null,
    version: 1,
  };
  await tx.insert(CreditPayoutRow, [row]);
  return row;
}

export async function creditPayoutById(sql: Sql, id: string): Promise<CreditPayoutRow | undefined> {
  return (await sql.rows(CreditPayoutRow, "WHERE t.id = ?", [id]))[0];
}

/** Moves it by a verb of its table. Refuses INVALID_STATE and STALE_VERSION. */
export async function moveCreditPayout(
  tx: Tx,
  payout: CreditPayoutRow,
  verb: CreditPayoutVerb,
  also: Partial<CreditPayoutRow> = {},
): Promise<void> {
  const set = { ...also, state: creditPayoutLife.after(payout.state, verb), endedBy: tx.actorId, endedAt: tx.now };
  await tx.change(CreditPayoutRow, { id: payout.id, version: payout.version }, set);
}

/** Those in one state, the longest waiting first. */
export function pageOfCreditPayouts(
  sql: Sql,
  state: CreditPayoutState,
  request: PageRequest,
): Promise<Page<CreditPayoutRow>> {
  return pageInState(sql, CreditPayoutRow, state, request);
}

/** One customer's, newest first. */
export async function pageOfOwnPayouts(
  sql: Sql,
  customerId: string,
  request: PageRequest,
): Promise<Page<CreditPayoutRow>> {
  const values: SqlValue[] = [customerId, customerId];
  let after = "";
  if (request.after) {
    const [createdAt, id] = request.after;
    after = "AND t.createdAt <= ? AND (t.createdAt < ? OR t.id < ?)";
    values.push(createdAt, createdAt, id);
  }
  const tail = `WHERE t.customerId >= ? AND t.customerId <= ? ${after}
    ORDER BY t.customerId DESC, t.createdAt DESC, t.id DESC LIMIT ${request.first + 1}`;
  return toPage(await sql.rows(CreditPayoutRow, tail, values), request, (row) => row.createdAt);
}

/** One line of a customer's credit: what it grew or shrank by, and by what. */
export interface CreditEntry {
  readonly id: string;
  readonly at: number;
  readonly kind: string;
  readonly memo: string;
  /** Above zero when it grew. */
  readonly amount: Fen;
  readonly orderId: string | null;
}

/** Where a customer's credit came from and where it went, newest first. */
export async function pageOfCredit(sql: Sql, customerId: string, request: PageRequest): Promise<Page<CreditEntry>> {
  const values: SqlValue[] = [customerId, "2241.C"];
  let after = "";
  if (request.after) {
    const [at, id] = request.after;
    after = "AND p.at <= ? AND (p.at < ? OR p.id < ?)";
    values.push(at, at, id);
  }
  const rows = await sql.query<Omit<CreditEntry, "amount"> & { debit: number; credit: number }>(
    `SELECT p.id, p.at, l.kind, l.memo, p.debit, p.credit, p.orderId FROM postings p
     JOIN ledger_transactions l ON l.id = p.transactionId AND l.sealed = 1
     WHERE p.customerId = ? AND p.account = ? ${after} ORDER BY p.at DESC, p.id DESC LIMIT ${request.first + 1}`,
    values,
  );
  const entries = rows.map(({ debit, credit, ...row }) => {
    return { ...row, at: Number(row.at), amount: minus(fen(Number(credit)), fen(Number(debit))) };
  });
  return toPage(entries, request, ({ at }) => at);
}
