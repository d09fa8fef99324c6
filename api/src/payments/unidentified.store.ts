import { dayStamp } from "../kernel/day.js";
import { newId, newNumber } from "../kernel/ids.js";
import type { Fen } from "../kernel/money.js";
import type { Page, PageRequest } from "../kernel/page.js";
import { pageInState } from "../platform/queue-page.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { UnidentifiedReceiptRow } from "./payment.table.js";
import { type UnidentifiedState, type UnidentifiedVerb, unidentifiedLife, unidentifiedStates } from "./unidentified.js";

export type { UnidentifiedReceiptRow };

/** Keeps a line of the bank statement that names no order. */
export async function addUnidentified(
  tx: Tx,
  line: Pick<UnidentifiedReceiptRow, "amount" | "receivedOn" | "payer" | "bankReference" | "note">,
): Promise<UnidentifiedReceiptRow> {
  const receipt: UnidentifiedReceiptRow = {
    id: newId(),
    no: newNumber("UR", dayStamp(tx.now)),
    ...line,
    state: unidentifiedLife.initial,
    enteredBy: tx.actorId,
    orderId: null,
    paymentId: null,
    returnReason: null,
    returnBy: null,
    returnReference: null,
    createdAt: tx.now,
    endedAt: null,
    version: 1,
  };
  await tx.insert(UnidentifiedReceiptRow, [receipt]);
  return receipt;
}

export async function unidentifiedById(sql: Sql, id: string): Promise<UnidentifiedReceiptRow | undefined> {
  return (await sql.rows(UnidentifiedReceiptRow, "WHERE t.id = ?", [id]))[0];
}

/** Moves it by a verb of its table. Refuses INVALID_STATE and STALE_VERSION. */
export async function moveUnidentified(
  tx: Tx,
  receipt: UnidentifiedReceiptRow,
  verb: UnidentifiedVerb,
  also: Partial<UnidentifiedReceiptRow> = {},
): Promise<void> {
  const set = { ...also, state: unidentifiedLife.after(receipt.state, verb) };
  await tx.change(UnidentifiedReceiptRow, { id: receipt.id, version: receipt.version }, set);
}

/** Those in one state, the longest known first. */
export function pageOfUnidentified(
  sql: Sql,
  state: UnidentifiedState,
  request: PageRequest,
): Promise<Page<UnidentifiedReceiptRow>> {
  return pageInState(sql, UnidentifiedReceiptRow, state, request);
}

/** What those that wait come to, beside what the books say (1901). */
export async function auditedUnidentified(sql: Sql): Promise<{ readonly kept: number; readonly booked: number }> {
  const [kept] = await sql.query<{ amount: Fen }>(
    `SELECT COALESCE(SUM(amount), 0) AS amount FROM unidentified_receipts WHERE state IN (${marks(unidentifiedStates)})`,
    unidentifiedStates,
  );
  const [booked] = await sql.query<{ amount: Fen }>(
    `SELECT COALESCE(SUM(p.credit), 0) - COALESCE(SUM(p.debit), 0) AS amount FROM postings p
     JOIN ledger_transactions l ON l.id = p.transactionId AND l.sealed = 1 WHERE p.account = '1901'`,
  );
  return { kept: Number(kept?.amount ?? 0), booked: Number(booked?.amount ?? 0) };
}
