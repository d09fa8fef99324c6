import { monthOf } from "../kernel/day.js";
import { groupBy } from "../kernel/group.js";
import { newId } from "../kernel/ids.js";
import { type OrderState, takesMoney } from "../orders/order.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { auditedRefunds } from "./audited-refunds.store.js";
import { LedgerAuditRow } from "./ledger.table.js";
import type { AccountSums, AuditedOrder, ScannedTransaction } from "./ledger-audit.js";

export type { LedgerAuditRow };

/** Timer: the books are worked out anew every night. */
export const LEDGER_AUDIT = "LEDGER_AUDIT";
/** How many rows are looked at in one statement: few enough to answer within seconds, whatever the books hold. */
const BATCH = 500;

interface Scanned {
  readonly id: string;
  readonly no: string;
  readonly at: number;
  readonly sealed: number;
}

interface ScannedPosting {
  readonly transactionId: string;
  readonly account: string;
  readonly debit: number;
  readonly credit: number;
  readonly at: number;
}

/** Walks over all transactions in the order in which they happened, and adds their sealed postings up by month and account. */
export async function* allTransactions(
  sql: Sql,
  counted: Map<string, AccountSums>,
): AsyncGenerator<ScannedTransaction> {
  let [at, id] = [-1, ""];
  for (;;) {
    const rows = await sql.query<Scanned>(
      `SELECT id, no, at, sealed FROM ledger_transactions WHERE at >= ? AND (at > ? OR id > ?)
       ORDER BY at, id LIMIT ${BATCH}`,
      [at, at, id],
    );
    const last = rows.at(-1);
    if (!last) return;
    const ids = rows.map((row) => row.id);
    const found = await sql.query<ScannedPosting>(
      `SELECT transactionId, account, debit, credit, at FROM postings WHERE transactionId IN (${marks(ids)})`,
      ids,
    );
    const postings = groupBy(found, (posting) => posting.transactionId);
    for (const row of rows) {
      const own = (postings.get(row.id) ?? []).map((posting) => ({
        ...posting,
        debit: Number(posting.debit),
        credit: Number(posting.credit),
        at: Number(posting.at),
      }));
      if (Number(row.sealed) === 1) for (const posting of own) count(counted, monthOf(Number(row.at)), posting);
      yield { no: row.no, at: Number(row.at), sealed: Number(row.sealed) === 1, postings: own };
    }
    [at, id] = [Number(last.at), last.id];
  }
}

/** The totals that are kept, by month and account. */
export async function keptTotals(sql: Sql): Promise<Map<string, AccountSums>> {
  const rows = await sql.query<AccountSums & { month: string }>(
    "SELECT month, account, SUM(debit) AS debit, SUM(credit) AS credit FROM ledger_totals GROUP BY month, account",
  );
  const kept = new Map<string, AccountSums>();
  for (const row of rows) count(kept, row.month, row);
  return kept;
}

function count(into: Map<string, AccountSums>, month: string, { account, debit, credit }: AccountSums): void {
  const key = `${month} ${account}`;
  const known = into.get(key);
  into.set(key, {
    account,
    debit: (known?.debit ?? 0) + Number(debit),
    credit: (known?.credit ?? 0) + Number(credit),
  });
}

interface OrderFigures {
  readonly id: string;
  readonly no: string;
  readonly state: OrderState;
  readonly total: number;
  readonly revision: number;
}

/** Walks over all orders, each with what its own tables and the books tell. */
export async function* allOrders(sql: Sql): AsyncGenerator<AuditedOrder> {
  let after = "";
  for (;;) {
    const orders = await sql.query<OrderFigures>(
      `SELECT id, no, state, total, revision FROM orders WHERE id > ? ORDER BY id LIMIT ${BATCH}`,
      [after],
    );
    const last = orders.at(-1);
    if (!last) return;
    yield* await withFigures(sql, orders);
    after = last.id;
  }
}

interface PartSum {
  readonly orderId: string;
  readonly parts: number;
}
interface PlanLine {
  readonly id: string;
  readonly orderId: string;
  readonly seq: number;
  readonly amount: number;
  readonly paid: number;
  readonly state: string;
}
interface PaymentLine {
  readonly id: string;
  readonly orderId: string;
  readonly no: string;
  readonly provider: string | null;
  readonly received: number;
}
interface Booked {
  readonly subject: string | null;
  readonly amount: number;
  readonly times: number;
}

async function withFigures(sql: Sql, orders: readonly OrderFigures[]): Promise<AuditedOrder[]> {
  const ids = orders.map(({ id }) => id);
  const within = `IN (${marks(ids)})`;
  const parts = await sql.query<PartSum>(
    `SELECT orderId, SUM(saleAmount) AS parts FROM order_components
     WHERE orderId ${within} AND state = 'ACTIVE' GROUP BY orderId`,
    ids,
  );
  const plan = await sql.query<PlanLine>(
    `SELECT id, orderId, seq, amount, paid, state FROM instalments WHERE orderId ${within} ORDER BY orderId, seq`,
    ids,
  );
  // What a channel told of another amount was never booked.
  const payments = await sql.query<PaymentLine>(
    `SELECT id, orderId, no, provider, COALESCE(received, 0) AS received FROM payments
     WHERE orderId ${within} AND state IN ('SUCCEEDED', 'CONFIRMED')`,
    ids,
  );
  const balances = await sql.query<AccountSums & { orderId: string }>(
    `SELECT p.orderId, p.account, SUM(p.debit) AS debit, SUM(p.credit) AS credit FROM postings p
     JOIN ledger_transactions l ON l.id = p.transactionId AND l.sealed = 1
     WHERE p.orderId ${within} GROUP BY p.orderId, p.account`,
    ids,
  );
  const received = await receipts(sql, "paymentId", "p.debit", ids);
  const taken = await receipts(sql, "instalmentId", "CASE WHEN p.account = '2241.C' THEN 0 ELSE p.credit END", ids);
  const refundsOf = await auditedRefunds(sql, ids);
  const [planOf, paymentsOf] = [groupBy(plan, (line) => line.orderId), groupBy(payments, (line) => line.orderId)];
  const balancesOf = groupBy(balances, (line) => line.orderId);
  const partsOf = new Map(parts.map((line) => [line.orderId, Number(line.parts)]));
  return orders.map(({ id, no, state, total, revision }) => ({
    no,
    takesMoney: takesMoney(state),
    total: Number(total),
    revision: Number(revision),
    parts: partsOf.get(id) ?? 0,
    instalments: (planOf.get(id) ?? []).map((line) => ({
      seq: Number(line.seq),
      amount: Number(line.amount),
      paid: Number(line.paid),
      isVoid: line.state === "VOID",
      booked: taken.get(line.id)?.amount ?? 0,
    })),
    payments: (paymentsOf.get(id) ?? []).map((line) => ({
      no: line.no,
      received: Number(line.received),
      booked: received.get(line.id)?.amount ?? 0,
      times: line.provider === null ? 1 : (received.get(line.id)?.times ?? 1),
    })),
    refunds: refundsOf.get(id) ?? [],
    balances: (balancesOf.get(id) ?? []).map(({ account, debit, credit }) => ({
      account,
      debit: Number(debit),
      credit: Number(credit),
    })),
  }));
}

/** What the receipts of these orders brought, by payment or by instalment. */
async function receipts(
  sql: Sql,
  by: "paymentId" | "instalmentId",
  amount: string,
  orderIds: readonly string[],
): Promise<Map<string, Omit<Booked, "subject">>> {
  const rows = await sql.query<Booked>(
    `SELECT p.${by} AS subject, SUM(${amount}) AS amount, COUNT(DISTINCT p.transactionId) AS times FROM postings p
     JOIN ledger_transactions l ON l.id = p.transactionId AND l.sealed = 1 AND l.kind = 'RECEIPT'
     WHERE p.orderId IN (${marks(orderIds)}) AND p.${by} IS NOT NULL GROUP BY p.${by}`,
    orderIds,
  );
  return new Map(rows.map((row) => [row.subject ?? "", { amount: Number(row.amount), times: Number(row.times) }]));
}

/** Keeps what an audit found, for staff to read. */
export async function keepAudit(tx: Tx, result: Omit<LedgerAuditRow, "id" | "at">): Promise<void> {
  await tx.insert(LedgerAuditRow, [{ id: newId(), at: tx.now, ...result }]);
}

/** The last time the books were worked out anew. */
export async function lastAudit(sql: Sql): Promise<LedgerAuditRow | undefined> {
  return (await sql.rows(LedgerAuditRow, "ORDER BY t.at DESC, t.id DESC LIMIT 1"))[0];
}

/** Whether the audit of another night waits already. */
export async function auditIsPlanned(sql: Sql, after: number): Promise<boolean> {
  const rows = await sql.query("SELECT id FROM timers WHERE kind = ? AND state = 'PENDING' AND dueAt > ?", [
    LEDGER_AUDIT,
    after,
  ]);
  return rows.length > 0;
}
