import { groupBy } from "../kernel/group.js";
import { type Fen, fen, minus, ZERO } from "../kernel/money.js";
import { marks, type Sql } from "../platform/sql.js";
import type { AccountCode } from "./accounts.js";
import type { Funding } from "./funding.js";

interface Sums {
  readonly orderId: string;
  readonly componentId: string;
  readonly account: AccountCode;
  readonly kind: string;
  readonly credit: number;
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

function fundingIn(rows: readonly Sums[]): Funding {
  const sum = (of: (row: Sums) => boolean): Fen =>
    fen(rows.filter(of).reduce((total, { credit }) => total + Number(credit), 0));
  const moved = (kind: string): boolean => kind === "HELD_RELEASED" || kind === "OFFICIAL_FEE_PAID";
  const commission = (kind: string): boolean => kind === "HELD_RELEASED" || kind === "COMMISSION_CLAIMED";
  return {
    held: sum((row) => row.account === "2241.H" && !moved(row.kind)),
    released: minus(
      ZERO,
      sum((row) => row.account === "2241.H" && moved(row.kind)),
    ),
    fee: sum((row) => row.account === "2241.G" && !moved(row.kind)),
    feePaid: minus(
      ZERO,
      sum((row) => row.account === "2241.G" && moved(row.kind)),
    ),
    direct: sum((row) => row.account === "9002"),
    commission: sum((row) => (row.account === "6051" || row.account === "2221") && commission(row.kind)),
  };
}
