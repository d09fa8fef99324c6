import { dayStamp } from "../kernel/day.js";
import { newId, newNumber } from "../kernel/ids.js";
import type { Fen } from "../kernel/money.js";
import type { Page, PageRequest } from "../kernel/page.js";
import { pageInState } from "../platform/queue-page.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import {
  movementOf,
  type PaymentVerb,
  paymentLife,
  type Tender,
  transferReference,
  unsettledStates,
} from "./payment.js";
import { PaymentRow } from "./payment.table.js";
import type { Notification } from "./provider.js";

export type { PaymentRow };

/** Timer: a channel's page closes; its subject is the payment. */
export const PAYMENT_EXPIRES = "PAYMENT_EXPIRES";
/** What a supplier took waits for its customer's word. */
export const COLLECTION_WAITS = "COLLECTION_WAITS";

/** What an attempt is made of: the instalment it pays and how. */
export interface NewPayment {
  readonly tender: Tender;
  readonly amount: Fen;
  readonly provider?: string | null;
  readonly supplierId?: string | null;
  readonly slipFileId?: string | null;
  readonly groupId?: string | null;
}

/** Writes an attempt to pay an instalment, with a number and a reference of its own, and returns it. */
export async function addPayment(
  tx: Tx,
  order: { readonly id: string; readonly no: string; readonly customerId: string },
  instalment: { readonly id: string; readonly name: string },
  { tender, amount, provider = null, supplierId = null, slipFileId = null, groupId = null }: NewPayment,
): Promise<PaymentRow> {
  const no = newNumber("PY", dayStamp(tx.now));
  const payment: PaymentRow = {
    id: newId(),
    no,
    orderId: order.id,
    instalmentId: instalment.id,
    customerId: order.customerId,
    orderNo: order.no,
    instalmentName: instalment.name,
    tender,
    supplierId,
    groupId,
    amount,
    received: null,
    state: paymentLife.initial,
    reference: transferReference(no),
    slipFileId,
    payUrl: null,
    provider,
    providerTxnId: null,
    bankReference: null,
    reason: null,
    createdAt: tx.now,
    settledAt: null,
    version: 1,
  };
  await tx.insert(PaymentRow, [payment]);
  return payment;
}

/**
 * Keeps a channel's movement of money that does not fit `payment`, which is decided already, as an attempt of its own in
 * quarantine, beside what was asked for. The channel's number of it is unique: it is kept once.
 */
export async function addQuarantined(tx: Tx, payment: PaymentRow, told: Notification): Promise<void> {
  const no = newNumber("PY", dayStamp(tx.now));
  const kept: PaymentRow = {
    ...payment,
    id: newId(),
    no,
    groupId: null,
    reference: transferReference(no),
    state: paymentLife.after(paymentLife.initial, "QUARANTINE"),
    received: told.amount,
    payUrl: null,
    providerTxnId: told.providerTxnId,
    reason: null,
    createdAt: tx.now,
    settledAt: tx.now,
    version: 1,
  };
  await tx.insert(PaymentRow, [kept]);
}

export async function paymentById(sql: Sql, id: string): Promise<PaymentRow | undefined> {
  return (await sql.rows(PaymentRow, "WHERE t.id = ?", [id]))[0];
}

export async function paymentByNo(sql: Sql, no: string): Promise<PaymentRow | undefined> {
  return (await sql.rows(PaymentRow, "WHERE t.no = ?", [no]))[0];
}

export async function paymentOfCustomer(sql: Sql, id: string, customerId: string): Promise<PaymentRow | undefined> {
  return (await sql.rows(PaymentRow, "WHERE t.id = ? AND t.customerId = ?", [id, customerId]))[0];
}

/** The payments of many orders in one statement, newest first. */
export async function paymentsOf(sql: Sql, orderIds: readonly string[]): Promise<PaymentRow[]> {
  const tail = `WHERE t.orderId IN (${marks(orderIds)}) ORDER BY t.orderId, t.createdAt DESC, t.id DESC`;
  return sql.rows(PaymentRow, tail, orderIds);
}

/** The attempt by this tender that still waits for its payer or the cashier; the newest, if there are several. */
export async function openAttempt(sql: Sql, instalmentId: string, tender: Tender): Promise<PaymentRow | undefined> {
  const tail = `WHERE t.instalmentId = ? AND t.tender = ? AND t.state IN ('CREATED', 'PENDING', 'SLIP_UPLOADED', 'REJECTED')
    ORDER BY t.createdAt DESC, t.id DESC LIMIT 1`;
  return (await sql.rows(PaymentRow, tail, [instalmentId, tender]))[0];
}

/** The payment that a channel's movement of money was booked or put into quarantine for; null when it is new. */
export async function movementKnownFor(sql: Sql, told: Notification): Promise<string | null> {
  const rows = await sql.query<{ id: string }>(
    `SELECT p.paymentId AS id FROM ledger_transactions l JOIN postings p ON p.transactionId = l.id
     WHERE l.idempotencyKey = ?
     UNION SELECT id FROM payments WHERE provider = ? AND providerTxnId = ?`,
    [movementOf(told), told.provider, told.providerTxnId],
  );
  return rows[0]?.id ?? null;
}

/** Moves a payment by a verb of its table. Refuses INVALID_STATE and STALE_VERSION. */
export async function movePayment(
  tx: Tx,
  payment: PaymentRow,
  verb: PaymentVerb,
  also: Partial<PaymentRow> = {},
): Promise<PaymentRow> {
  const set = { ...also, state: paymentLife.after(payment.state, verb) };
  await tx.change(PaymentRow, { id: payment.id, version: payment.version }, set);
  return { ...payment, ...set, version: payment.version + 1 };
}

/** Closes the attempts that still wait for a payer: of an instalment that was paid otherwise, or of a closed order. */
export async function expireUnsettled(tx: Tx, of: { instalmentId: string } | { orderId: string }): Promise<void> {
  const [column, id] = "orderId" in of ? ["orderId", of.orderId] : ["instalmentId", of.instalmentId];
  await tx.run(
    `UPDATE payments SET state = 'EXPIRED', version = version + 1
     WHERE ${column} = ? AND state IN (${marks(unsettledStates)})`,
    [id, ...unsettledStates],
  );
}

/** Which of these orders have a transfer slip waiting for the cashier. */
export async function slipsWaiting(sql: Sql, orderIds: readonly string[]): Promise<Set<string>> {
  const rows = await sql.query<{ orderId: string }>(
    `SELECT DISTINCT orderId FROM payments WHERE orderId IN (${marks(orderIds)}) AND state = 'SLIP_UPLOADED'`,
    orderIds,
  );
  return new Set(rows.map((row) => row.orderId));
}

/** The payments in one state that waits for a person, the longest waiting first. */
export function pageOfWaiting(
  sql: Sql,
  state: "SLIP_UPLOADED" | "MISMATCH" | "DENIED" | "UNANSWERED",
  request: PageRequest,
): Promise<Page<PaymentRow>> {
  return pageInState(sql, PaymentRow, state, request);
}
