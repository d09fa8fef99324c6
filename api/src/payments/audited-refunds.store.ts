import { groupBy } from "../kernel/group.js";
import { marks, type Sql } from "../platform/sql.js";
import type { AuditedRefund } from "./ledger-audit.js";
import { grantedStates } from "./refund.js";

interface RefundFigures {
  readonly id: string;
  readonly orderId: string;
  readonly no: string;
  readonly amount: number;
}
interface Sum {
  readonly refundId: string;
  readonly planned: number;
  readonly paid: number;
}
interface Booked {
  readonly refundId: string;
  readonly granted: number;
  readonly paid: number;
}

/** The refunds of these orders that are owed or paid, by order: what they say beside what the books say. */
export async function auditedRefunds(sql: Sql, orderIds: readonly string[]): Promise<Map<string, AuditedRefund[]>> {
  const refunds = await sql.query<RefundFigures>(
    `SELECT id, orderId, no, amount FROM refunds
     WHERE orderId IN (${marks(orderIds)}) AND state IN (${marks(grantedStates)})`,
    [...orderIds, ...grantedStates],
  );
  const ids = refunds.map(({ id }) => id);
  const parts = await sql.query<Sum>(
    `SELECT refundId, SUM(amount) AS planned, SUM(CASE WHEN state = 'SUCCEEDED' THEN amount ELSE 0 END) AS paid
     FROM refund_allocations WHERE refundId IN (${marks(ids)}) GROUP BY refundId`,
    ids,
  );
  const books = await sql.query<Booked>(
    `SELECT p.refundId, SUM(p.credit) AS granted, SUM(p.debit) AS paid FROM postings p
     JOIN ledger_transactions l ON l.id = p.transactionId AND l.sealed = 1
     WHERE p.orderId IN (${marks(orderIds)}) AND p.account = '2241.R' AND p.refundId IS NOT NULL GROUP BY p.refundId`,
    orderIds,
  );
  const [partsOf, booksOf] = [
    new Map(parts.map((row) => [row.refundId, row])),
    new Map(books.map((b) => [b.refundId, b])),
  ];
  return new Map(
    [...groupBy(refunds, ({ orderId }) => orderId)].map(([orderId, rows]) => [
      orderId,
      rows.map(({ id, no, amount }) => ({
        no,
        amount: Number(amount),
        planned: Number(partsOf.get(id)?.planned ?? 0),
        paid: Number(partsOf.get(id)?.paid ?? 0),
        bookedGranted: Number(booksOf.get(id)?.granted ?? 0),
        bookedPaid: Number(booksOf.get(id)?.paid ?? 0),
      })),
    ]),
  );
}
