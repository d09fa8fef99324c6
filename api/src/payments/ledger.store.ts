import { dayStamp } from "../kernel/clock.js";
import { newId, newNumber } from "../kernel/ids.js";
import { type Fen, fen, minus } from "../kernel/money.js";
import type { Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import type { AccountCode } from "./accounts.js";
import { LedgerTransactionRow, PostingRow } from "./ledger.table.js";
import { checkBalanced, type PostingLine } from "./postings.js";

export type { LedgerTransactionRow, PostingRow };

export type LedgerKind = "RECEIPT" | "REVENUE_EARNED" | "COST_INCURRED";

/** What postings are about, so that balances can be told per order, component, supplier or customer. */
export interface PostingDims {
  readonly orderId?: string;
  readonly componentId?: string;
  readonly instalmentId?: string;
  readonly paymentId?: string;
  readonly supplierId?: string;
  readonly customerId?: string;
}

export interface NewLedgerTransaction {
  readonly kind: LedgerKind;
  readonly memo: string;
  /** Names the event, such as `payment:<id>`; the same event can't be posted twice. */
  readonly idempotencyKey: string;
  readonly lines: readonly PostingLine[];
  readonly dims: PostingDims;
}

/**
 * Posts one balanced transaction and seals it. Throws when it does not balance or its event was posted before: callers
 * decide by their own guarded state change, so that would be a fault.
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
    sealed: false,
  };
  await tx.insert(LedgerTransactionRow, [row]);
  const about = {
    orderId: dims.orderId ?? null,
    componentId: dims.componentId ?? null,
    instalmentId: dims.instalmentId ?? null,
    paymentId: dims.paymentId ?? null,
    supplierId: dims.supplierId ?? null,
    customerId: dims.customerId ?? null,
  };
  const postings = lines.map((line, position) => ({ id: newId(), transactionId: id, position, ...line, ...about }));
  await tx.insert(PostingRow, postings);
  await tx.change(LedgerTransactionRow, { id, sealed: false }, { sealed: true });
  return id;
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

/** Whether an event was posted before. */
export async function isPosted(sql: Sql, idempotencyKey: string): Promise<boolean> {
  const rows = await sql.query("SELECT id FROM ledger_transactions WHERE idempotencyKey = ?", [idempotencyKey]);
  return rows.length > 0;
}
