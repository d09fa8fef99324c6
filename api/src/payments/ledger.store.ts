import { dayStamp, monthOf } from "../kernel/day.js";
import { newId, newNumber } from "../kernel/ids.js";
import { type Fen, fen, minus } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import type { AccountCode } from "./accounts.js";
import { LedgerTransactionRow, PostingRow, SupplierItemRow } from "./ledger.table.js";
import type { LedgerKind } from "./ledger-kinds.js";
import { saysClosed } from "./ledger-period.store.js";
import { addToTotals } from "./ledger-totals.store.js";
import { checkBalanced, type PostingLine } from "./postings.js";
import { itemsMoved, type SupplierItem } from "./supplier-item.js";

export type { LedgerTransactionRow, PostingRow, SupplierItemRow };

/** What postings are about, so that balances can be told per order, component, supplier or customer. */
export interface PostingDims {
  readonly orderId?: string;
  readonly componentId?: string;
  readonly instalmentId?: string;
  readonly paymentId?: string;
  readonly supplierId?: string;
  readonly customerId?: string;
  readonly refundId?: string;
  readonly statementId?: string;
}

export interface NewLedgerTransaction {
  readonly kind: LedgerKind;
  readonly memo: string;
  /** Names the event, such as `ticket:<id>:earned` or a movement of money; the same event can't be posted twice. */
  readonly idempotencyKey: string;
  readonly lines: readonly PostingLine[];
  readonly dims: PostingDims;
  /** The transaction that this one takes back. */
  readonly reverses?: string;
}

/**
 * Posts one balanced transaction and seals it. Refuses PERIOD_CLOSED in a month that is closed for good. Throws when it does not balance, or when its event was posted before:
 * callers ask first, behind their lock, so the unit of work begins the flow anew and it finds what was posted meanwhile.
 */
export async function post(tx: Tx, transaction: NewLedgerTransaction): Promise<string> {
  const { kind, memo, idempotencyKey, lines, dims } = transaction;
  checkBalanced(lines);
  const id = newId();
  const row: LedgerTransactionRow = {
    id,
    no: newNumber("LT", dayStamp(tx.now)),
    kind,
    memo,
    at: tx.now,
    orderId: dims.orderId ?? null,
    idempotencyKey,
    actorId: tx.actorId,
    reverses: transaction.reverses ?? null,
    sealed: false,
  };
  // The database's own referee looks at the month anyway: asking it first would cost every payment a statement.
  await tx.insert(LedgerTransactionRow, [row]).catch((error: unknown) => {
    must(!saysClosed(error), "PERIOD_CLOSED", { month: monthOf(tx.now) });
    throw error;
  });
  const about = {
    orderId: dims.orderId ?? null,
    componentId: dims.componentId ?? null,
    instalmentId: dims.instalmentId ?? null,
    paymentId: dims.paymentId ?? null,
    supplierId: dims.supplierId ?? null,
    customerId: dims.customerId ?? null,
    refundId: dims.refundId ?? null,
    statementId: dims.statementId ?? null,
  };
  const postings = lines.map(({ about: more, ...line }, position) => {
    return { id: newId(), transactionId: id, position, ...line, at: tx.now, ...about, ...more };
  });
  await tx.insert(PostingRow, postings);
  for (const moved of itemsMoved(lines, about)) await moveItem(tx, moved);
  await tx.change(LedgerTransactionRow, { id, sealed: false }, { sealed: true });
  await addToTotals(tx, lines);
  return id;
}

/** Adds to one item of a supplier; the table is the postings' own sum, so it moves with them. */
async function moveItem(tx: Tx, moved: SupplierItem): Promise<void> {
  const { supplierId, account, item, orderId, componentId, balance } = moved;
  const again =
    tx.dialect === "sqlite"
      ? "ON CONFLICT (supplierId, account, item) DO UPDATE SET balance = balance + excluded.balance"
      : "ON DUPLICATE KEY UPDATE balance = balance + VALUES(balance)";
  await tx.run(
    `INSERT INTO supplier_items (supplierId, account, item, orderId, componentId, balance, since)
     VALUES (?, ?, ?, ?, ?, ?, ?) ${again}`,
    [supplierId, account, item, orderId, componentId, balance, tx.now],
  );
}

/** An order's advances (2203) and open receivable (1122), both as amounts above or at zero. */
export async function orderBalances(sql: Sql, orderId: string): Promise<{ advances: Fen; receivable: Fen }> {
  const rows = await sql.query<{ account: AccountCode; debit: number; credit: number }>(
    `SELECT p.account, SUM(p.debit) AS debit, SUM(p.credit) AS credit FROM postings p
     JOIN ledger_transactions l ON l.id = p.transactionId AND l.sealed = 1
     WHERE p.orderId = ? AND p.account IN ('1122', '2203') GROUP BY p.account`,
    [orderId],
  );
  const of = (account: AccountCode, side: "debit" | "credit"): Fen =>
    fen(Number(rows.find((row) => row.account === account)?.[side] ?? 0));
  return {
    advances: minus(of("2203", "credit"), of("2203", "debit")),
    receivable: minus(of("1122", "debit"), of("1122", "credit")),
  };
}

/** What came beyond what was due on these orders and is still the customers': the balance of 2241.C. */
export async function creditOf(sql: Sql, orderIds: readonly string[]): Promise<Fen> {
  const [row] = await sql.query<{ credit: number | null }>(
    `SELECT SUM(p.credit) - SUM(p.debit) AS credit FROM postings p
     JOIN ledger_transactions l ON l.id = p.transactionId AND l.sealed = 1
     WHERE p.orderId IN (${marks(orderIds)}) AND p.account = '2241.C'`,
    orderIds,
  );
  return fen(Number(row?.credit ?? 0));
}

/** What is a customer's own with the platform, to get back or to use: the balance of 2241.C. */
export async function creditOfCustomer(sql: Sql, customerId: string): Promise<Fen> {
  const [row] = await sql.query<{ credit: number | null }>(
    `SELECT SUM(p.credit) - SUM(p.debit) AS credit FROM postings p
     JOIN ledger_transactions l ON l.id = p.transactionId AND l.sealed = 1
     WHERE p.customerId = ? AND p.account = '2241.C'`,
    [customerId],
  );
  return fen(Number(row?.credit ?? 0));
}

/** What is open between the platform and a supplier, the oldest first: what is owed to it above zero, what it owes below. */
export async function itemsOfSupplier(sql: Sql, supplierId: string): Promise<SupplierItemRow[]> {
  const tail = "WHERE t.supplierId = ? AND t.balance <> 0 ORDER BY t.since, t.account, t.item";
  return sql.rows(SupplierItemRow, tail, [supplierId]);
}

/**
 * What of the open pay (2202) of a supplier are official fees that it paid in advance, by the component's id, in one
 * statement: those since it was paid for the component last.
 */
export async function feesAdvanced(
  sql: Sql,
  supplierId: string,
  items: readonly Pick<SupplierItemRow, "orderId">[],
): Promise<ReadonlyMap<string, Fen>> {
  const orderIds = [...new Set(items.flatMap(({ orderId }) => orderId ?? []))];
  const rows = await sql.query<{ componentId: string; fees: number }>(
    `SELECT p.componentId, SUM(p.credit) AS fees FROM postings p
     JOIN ledger_transactions l ON l.id = p.transactionId AND l.sealed = 1 AND l.kind = 'OFFICIAL_FEE_PAID'
     WHERE p.orderId IN (${marks(orderIds)}) AND p.account = '2202' AND p.supplierId = ? AND p.at > COALESCE(
       (SELECT MAX(q.at) FROM postings q JOIN ledger_transactions s ON s.id = q.transactionId AND s.kind = 'STATEMENT_PAID'
        WHERE q.orderId = p.orderId AND q.account = '2202' AND q.supplierId = p.supplierId
          AND q.componentId = p.componentId), 0)
     GROUP BY p.componentId`,
    [...orderIds, supplierId],
  );
  return new Map(rows.map(({ componentId, fees }) => [componentId, fen(Number(fees))]));
}

/** The refunds that a claim on a supplier comes from. */
export async function refundsClaimed(
  sql: Sql,
  { supplierId, orderId, componentId }: Pick<SupplierItemRow, "supplierId" | "orderId" | "componentId">,
): Promise<string[]> {
  if (orderId === null) return [];
  const rows = await sql.query<{ refundId: string }>(
    `SELECT DISTINCT refundId FROM postings WHERE orderId = ? AND supplierId = ? AND account = '1221.S'
       AND refundId IS NOT NULL ${componentId === null ? "AND componentId IS NULL" : "AND componentId = ?"}`,
    componentId === null ? [orderId, supplierId] : [orderId, supplierId, componentId],
  );
  return rows.map(({ refundId }) => refundId);
}

/** Which suppliers have something open. */
export async function suppliersWithItems(sql: Sql): Promise<string[]> {
  const rows = await sql.query<{ supplierId: string }>(
    "SELECT DISTINCT supplierId FROM supplier_items WHERE balance <> 0 ORDER BY supplierId",
  );
  return rows.map(({ supplierId }) => supplierId);
}

/** What the platform owes a supplier in all, below zero what it owes us. */
export async function supplierBalance(sql: Sql, supplierId: string): Promise<number> {
  return (await itemsOfSupplier(sql, supplierId)).reduce((sum, { balance }) => sum + balance, 0);
}

/** A supplier's security deposit: the balance of 2241.D. */
export async function depositOf(sql: Sql, supplierId: string): Promise<Fen> {
  const [row] = await sql.query<{ credit: number | null }>(
    `SELECT SUM(p.credit) - SUM(p.debit) AS credit FROM postings p
     JOIN ledger_transactions l ON l.id = p.transactionId AND l.sealed = 1
     WHERE p.supplierId = ? AND p.account = '2241.D'`,
    [supplierId],
  );
  return fen(Number(row?.credit ?? 0));
}

/** Whether an event was posted before. */
export async function isPosted(sql: Sql, idempotencyKey: string): Promise<boolean> {
  const rows = await sql.query("SELECT id FROM ledger_transactions WHERE idempotencyKey = ?", [idempotencyKey]);
  return rows.length > 0;
}

/** These sealed transactions, in one statement. */
export async function transactionsByIds(sql: Sql, ids: readonly string[]): Promise<LedgerTransactionRow[]> {
  return sql.rows(LedgerTransactionRow, `WHERE t.id IN (${marks(ids)}) AND t.sealed = 1`, ids);
}

export async function transactionById(sql: Sql, id: string): Promise<LedgerTransactionRow | undefined> {
  return (await transactionsByIds(sql, [id]))[0];
}

/** The transactions that take these back, in one statement. */
export async function reversalsOf(sql: Sql, ids: readonly string[]): Promise<LedgerTransactionRow[]> {
  return sql.rows(LedgerTransactionRow, `WHERE t.reverses IN (${marks(ids)}) AND t.sealed = 1`, ids);
}

/** A posting as the line it was made from. */
export function lineOf({ account, debit, credit, componentId, supplierId }: PostingRow): PostingLine {
  const about = { ...(componentId ? { componentId } : {}), ...(supplierId ? { supplierId } : {}) };
  return { account: account as AccountCode, debit: fen(Number(debit)), credit: fen(Number(credit)), about };
}

/** What the books say of many orders, in one statement, each order's in the order it happened. */
export async function transactionsOf(sql: Sql, orderIds: readonly string[]): Promise<LedgerTransactionRow[]> {
  const tail = `WHERE t.orderId IN (${marks(orderIds)}) AND t.sealed = 1 ORDER BY t.orderId, t.at, t.id`;
  return sql.rows(LedgerTransactionRow, tail, orderIds);
}

/** The postings of many transactions in one statement, each transaction's as they were posted. */
export async function postingsOf(sql: Sql, transactionIds: readonly string[]): Promise<PostingRow[]> {
  const tail = `WHERE t.transactionId IN (${marks(transactionIds)}) ORDER BY t.transactionId, t.position`;
  return sql.rows(PostingRow, tail, transactionIds);
}
