import { fen } from "../kernel/money.js";
import { marks, type Sql } from "../platform/sql.js";
import type { AccountCode } from "./accounts.js";
import { NOT_FUNDED } from "./funding.js";
import { fundingOfOrder } from "./funding.store.js";
import type { Tender } from "./payment.js";
import { grantedStates } from "./refund.js";
import { grantedOf } from "./refund.store.js";
import { type GrantedPart, grantedPart, type PricedPart } from "./refund-grant.js";
import type { RefundableTender } from "./refund-plan.js";

/** Where a receipt credits what it brought for an order; the rest of it became the customer's credit. */
const APPLIED = ["1122", "2203", "2241.H", "2241.G", "9002"] as const satisfies readonly AccountCode[];

interface Applied {
  readonly paymentId: string;
  readonly instalmentId: string;
  readonly seq: number;
  readonly tender: Tender;
  readonly settledAt: number | null;
  readonly at: number;
  readonly applied: number;
}

/** What each payment brought for the order's instalments by the books, and what of it was given back; two statements. */
export async function refundableTenders(sql: Sql, orderId: string): Promise<RefundableTender[]> {
  const came = await sql.query<Applied>(
    `SELECT p.paymentId, p.instalmentId, i.seq, y.tender, y.settledAt, MIN(l.at) AS at, SUM(p.credit) AS applied
     FROM postings p JOIN ledger_transactions l ON l.id = p.transactionId AND l.sealed = 1 AND l.kind = 'RECEIPT'
     JOIN payments y ON y.id = p.paymentId JOIN instalments i ON i.id = p.instalmentId
     WHERE p.orderId = ? AND p.account IN (${marks(APPLIED)})
     GROUP BY p.paymentId, p.instalmentId, i.seq, y.tender, y.settledAt ORDER BY i.seq, at, p.paymentId`,
    [orderId, ...APPLIED],
  );
  const gone = await sql.query<{ paymentId: string; instalmentId: string; refunded: number; times: number }>(
    `SELECT a.paymentId, a.instalmentId, SUM(a.amount) AS refunded,
       SUM(CASE WHEN a.route = 'ORIGINAL' THEN 1 ELSE 0 END) AS times
     FROM refund_allocations a JOIN refunds r ON r.id = a.refundId
     WHERE a.orderId = ? AND a.paymentId IS NOT NULL AND r.state IN (${marks(grantedStates)})
     GROUP BY a.paymentId, a.instalmentId`,
    [orderId, ...grantedStates],
  );
  return came
    .filter(({ applied }) => Number(applied) > 0)
    .map((row) => {
      const back = gone.filter(({ paymentId }) => paymentId === row.paymentId);
      const here = back.find(({ instalmentId }) => instalmentId === row.instalmentId);
      return {
        paymentId: row.paymentId,
        instalmentId: row.instalmentId,
        seq: Number(row.seq),
        tender: row.tender,
        applied: fen(Number(row.applied)),
        refunded: fen(Number(here?.refunded ?? 0)),
        settledAt: Number(row.settledAt ?? row.at),
        channelRefunds: back.reduce((sum, { times }) => sum + Number(times), 0),
      };
    });
}

interface Balance {
  readonly componentId: string;
  readonly account: AccountCode;
  readonly credit: number;
}

/** What the books and earlier refunds say of each part of an order, by its id. */
export async function grantedParts(
  sql: Sql,
  orderId: string,
  components: readonly PricedPart[],
): Promise<Map<string, GrantedPart>> {
  const rows = await sql.query<Balance>(
    `SELECT p.componentId, p.account, SUM(p.credit) - SUM(p.debit) AS credit FROM postings p
     JOIN ledger_transactions l ON l.id = p.transactionId AND l.sealed = 1
     WHERE p.orderId = ? AND p.componentId IS NOT NULL AND p.account IN ('2241.H', '2241.G', '6001', '2221', '6051', '6602')
     GROUP BY p.componentId, p.account`,
    [orderId],
  );
  const [funding, granted] = [await fundingOfOrder(sql, orderId), await grantedOf(sql, orderId)];
  return new Map(
    components.map((component) => {
      const of = (account: AccountCode): number =>
        Number(rows.find((row) => row.componentId === component.id && row.account === account)?.credit ?? 0);
      const money = funding.get(component.id) ?? NOT_FUNDED;
      const part = grantedPart(component, of, money, granted.get(component.id));
      return [component.id, part];
    }),
  );
}
