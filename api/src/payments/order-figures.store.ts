import { type Fen, fen, ZERO } from "../kernel/money.js";
import { marks, type Sql } from "../platform/sql.js";

/** What the books say of an order beside its plan. */
export interface BookedFigures {
  readonly credit: Fen;
  readonly refunded: Fen;
}

export const NOT_BOOKED: BookedFigures = { credit: ZERO, refunded: ZERO };

/**
 * What came beyond these orders' plans and is still the customers' (2241.C), and what of the granted refunds was paid out
 * (debits of 2241.R), in one statement. An order the books say nothing of is missing.
 */
export async function bookedFigures(sql: Sql, orderIds: readonly string[]): Promise<Map<string, BookedFigures>> {
  const rows = await sql.query<{ orderId: string; credit: number; refunded: number }>(
    `SELECT p.orderId, SUM(CASE WHEN p.account = '2241.C' THEN p.credit - p.debit ELSE 0 END) AS credit,
       SUM(CASE WHEN p.account = '2241.R' THEN p.debit ELSE 0 END) AS refunded
     FROM postings p JOIN ledger_transactions l ON l.id = p.transactionId AND l.sealed = 1
     WHERE p.orderId IN (${marks(orderIds)}) AND p.account IN ('2241.C', '2241.R') GROUP BY p.orderId`,
    orderIds,
  );
  return new Map(
    rows.map(({ orderId, credit, refunded }) => [
      orderId,
      { credit: fen(Math.max(0, Number(credit))), refunded: fen(Number(refunded)) },
    ]),
  );
}
