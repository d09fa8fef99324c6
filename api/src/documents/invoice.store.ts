import { dayStamp } from "../kernel/day.js";
import { groupBy } from "../kernel/group.js";
import { newId, newNumber } from "../kernel/ids.js";
import { type Fen, plus, ZERO } from "../kernel/money.js";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { marks, type Sql, type SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { InvoiceRow } from "./documents.table.js";
import { type InvoiceKind, type InvoiceState, type InvoiceVerb, invoiceLife, standing } from "./invoice.js";

export type { InvoiceRow };

export interface NewInvoice {
  readonly orderId: string;
  readonly customerId: string;
  readonly kind: InvoiceKind;
  readonly title: string;
  readonly taxNo: string | null;
  readonly amount: Fen;
}

export async function addInvoice(tx: Tx, invoice: NewInvoice): Promise<InvoiceRow> {
  const row: InvoiceRow = {
    ...invoice,
    id: newId(),
    no: newNumber("FP", dayStamp(tx.now)),
    state: invoiceLife.initial,
    rejectReason: null,
    invoiceNo: null,
    fileId: null,
    issuedAt: null,
    issuedBy: null,
    redAmount: ZERO,
    redNo: null,
    redAt: null,
    createdAt: tx.now,
    version: 1,
  };
  await tx.insert(InvoiceRow, [row]);
  return row;
}

export async function invoiceById(sql: Sql, id: string): Promise<InvoiceRow | undefined> {
  return (await sql.rows(InvoiceRow, "WHERE t.id = ?", [id]))[0];
}

/** Whether an invoice of this number was noted before. */
export async function isNumberUsed(sql: Sql, invoiceNo: string): Promise<boolean> {
  return (await sql.rows(InvoiceRow, "WHERE t.invoiceNo = ?", [invoiceNo])).length > 0;
}

/** The invoices of many orders in one statement, newest first. */
export async function invoicesOf(sql: Sql, orderIds: readonly string[]): Promise<Map<string, InvoiceRow[]>> {
  const tail = `WHERE t.orderId IN (${marks(orderIds)}) ORDER BY t.orderId, t.createdAt DESC, t.id DESC`;
  return groupBy(await sql.rows(InvoiceRow, tail, orderIds), (row) => row.orderId);
}

/** What was invoiced of an order and not taken back in red: a refund that reaches into it waits for that. */
export async function openInvoiceOf(sql: Sql, orderId: string): Promise<Fen> {
  const rows = (await invoicesOf(sql, [orderId])).get(orderId) ?? [];
  return plus(ZERO, ...rows.filter(({ state }) => state !== "REQUESTED").map(standing));
}

/** Moves an invoice by a verb of its table. Refuses INVALID_STATE and STALE_VERSION. */
export async function moveInvoice(
  tx: Tx,
  invoice: InvoiceRow,
  verb: InvoiceVerb,
  also: Partial<InvoiceRow>,
): Promise<void> {
  const set = { ...also, state: invoiceLife.after(invoice.state, verb) };
  await tx.change(InvoiceRow, { id: invoice.id, version: invoice.version }, set);
}

/** A page of invoices, the longest waiting first; equalities are ranges that lead the order, as MariaDB wants them. */
export async function pageOfInvoices(
  sql: Sql,
  state: InvoiceState | null,
  request: PageRequest,
): Promise<Page<InvoiceRow>> {
  const conditions = ["1 = 1"];
  const values: SqlValue[] = [];
  if (state) {
    conditions.push("t.state >= ? AND t.state <= ?");
    values.push(state, state);
  }
  if (request.after) {
    const [createdAt, id] = request.after;
    conditions.push("t.createdAt >= ? AND (t.createdAt > ? OR t.id > ?)");
    values.push(createdAt, createdAt, id);
  }
  const tail = `WHERE ${conditions.join(" AND ")}
    ORDER BY ${state ? "t.state," : ""} t.createdAt, t.id LIMIT ${request.first + 1}`;
  return toPage(await sql.rows(InvoiceRow, tail, values), request, (row) => row.createdAt);
}
