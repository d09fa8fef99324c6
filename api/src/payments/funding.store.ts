import { groupBy } from "../kernel/group.js";
import { marks, type Sql } from "../platform/sql.js";
import { type BookedSum, type Funding, fundingIn } from "./funding.js";

interface Sums extends BookedSum {
  readonly orderId: string;
  readonly componentId: string;
}

/**
 * What the books say came for each component of these orders that others sell or pass on, by the component's id, in one
 * statement. What only moves money on, such as a release, does not change what came.
 */
export async function fundingByOrder(
  sql: Sql,
  orderIds: readonly string[],
): Promise<Map<string, ReadonlyMap<string, Funding>>> {
  const rows = await sql.query<Sums>(
    `SELECT p.orderId, p.componentId, p.account, l.kind, SUM(p.credit) - SUM(p.debit) AS credit FROM postings p
     JOIN ledger_transactions l ON l.id = p.transactionId AND l.sealed = 1
     WHERE p.orderId IN (${marks(orderIds)}) AND p.componentId IS NOT NULL
       AND p.account IN ('2241.H', '2241.G', '9002', '6051', '2221')
     GROUP BY p.orderId, p.componentId, p.account, l.kind`,
    orderIds,
  );
  const orders = groupBy(rows, (row) => row.orderId);
  return new Map([...orders].map(([orderId, own]) => [orderId, fundingOf(own)]));
}

/** The same for one order. */
export async function fundingOfOrder(sql: Sql, orderId: string): Promise<ReadonlyMap<string, Funding>> {
  return (await fundingByOrder(sql, [orderId])).get(orderId) ?? new Map();
}

function fundingOf(rows: readonly Sums[]): ReadonlyMap<string, Funding> {
  return new Map([...groupBy(rows, (row) => row.componentId)].map(([id, own]) => [id, fundingIn(own)]));
}
