import { type Fen, fen, minus, ZERO } from "../kernel/money.js";
import type { Sql } from "../platform/sql.js";
import type { AccountCode } from "./accounts.js";
import type { Funding } from "./funding.js";

interface Sums {
  readonly componentId: string;
  readonly account: AccountCode;
  readonly kind: string;
  readonly credit: number;
}

/**
 * What the books say came for each component of an order that others sell or pass on, in one statement. What only moves
 * money on, such as a release, does not change what came.
 */
export async function fundingOfOrder(sql: Sql, orderId: string): Promise<Map<string, Funding>> {
  const rows = await sql.query<Sums>(
    `SELECT p.componentId, p.account, l.kind, SUM(p.credit) - SUM(p.debit) AS credit FROM postings p
     JOIN ledger_transactions l ON l.id = p.transactionId AND l.sealed = 1
     WHERE p.orderId = ? AND p.componentId IS NOT NULL
       AND p.account IN ('2241.H', '2241.G', '9002', '6051', '2221')
     GROUP BY p.componentId, p.account, l.kind`,
    [orderId],
  );
  const ids = new Set(rows.map((row) => row.componentId));
  return new Map([...ids].map((id) => [id, fundingIn(rows.filter((row) => row.componentId === id))]));
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
    direct: sum((row) => row.account === "9002"),
    commission: sum((row) => (row.account === "6051" || row.account === "2221") && commission(row.kind)),
  };
}
