import { dayStamp } from "../kernel/day.js";
import { newId, newNumber } from "../kernel/ids.js";
import { type Fen, fen } from "../kernel/money.js";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { marks, type Sql, type SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { refundFacts } from "./facts.js";
import {
  type AllocationVerb,
  allocationLife,
  grantedStates,
  openStates,
  type RefundSource,
  type RefundState,
  type RefundVerb,
  type Responsibility,
  refundLife,
} from "./refund.js";
import { RefundAllocationRow, RefundComponentRow, RefundRow } from "./refund.table.js";
import type { PlannedAllocation } from "./refund-plan.js";

export type { RefundAllocationRow, RefundComponentRow, RefundRow };

export interface NewRefund {
  readonly order: { readonly id: string; readonly no: string; readonly customerId: string };
  readonly source: { readonly kind: RefundSource; readonly id: string | null };
  readonly reason: string;
  readonly asked: Fen | null;
  readonly fileIds?: readonly string[];
}

/** Writes a refund that was just asked for; what it is for follows. */
export async function addRefund(tx: Tx, { order, source, reason, asked, fileIds = [] }: NewRefund): Promise<RefundRow> {
  const refund: RefundRow = {
    id: newId(),
    no: newNumber("RF", dayStamp(tx.now)),
    orderId: order.id,
    customerId: order.customerId,
    orderNo: order.no,
    source: source.kind,
    sourceId: source.id,
    state: refundLife.initial,
    asked,
    amount: fen(0),
    compensation: fen(0),
    reason,
    fileIds: [...fileIds],
    platformShare: 10_000,
    supplierShare: 0,
    customerShare: 0,
    overrideReason: null,
    rejectReason: null,
    requestedAt: tx.now,
    approvedAt: null,
    closedAt: null,
    version: 1,
  };
  await tx.insert(RefundRow, [refund]);
  return refund;
}

/** Moves a refund by a verb of its table and tells it. Refuses INVALID_STATE and STALE_VERSION. */
export async function moveRefund(
  tx: Tx,
  refund: RefundRow,
  verb: RefundVerb,
  also: Partial<RefundRow> = {},
): Promise<RefundRow> {
  const set = { ...also, state: refundLife.after(refund.state, verb) };
  await tx.change(RefundRow, { id: refund.id, version: refund.version }, set);
  const moved = { ...refund, ...set, version: refund.version + 1 };
  const fact = refundFacts.moved(moved, verb);
  if (fact) tx.record(fact);
  return moved;
}

/** Moves a part of a refund by a verb of its table. Refuses INVALID_STATE and STALE_VERSION. */
export async function moveAllocation(
  tx: Tx,
  allocation: RefundAllocationRow,
  verb: AllocationVerb,
  also: Partial<RefundAllocationRow> = {},
): Promise<void> {
  const set = { ...also, state: allocationLife.after(allocation.state, verb) };
  await tx.change(RefundAllocationRow, { id: allocation.id, version: allocation.version }, set);
}

export const sharesOf = (refund: RefundRow): Responsibility => ({
  platform: refund.platformShare,
  supplier: refund.supplierShare,
  customer: refund.customerShare,
});

export async function refundById(sql: Sql, id: string): Promise<RefundRow | undefined> {
  return (await sql.rows(RefundRow, "WHERE t.id = ?", [id]))[0];
}

/** The refund if it is this customer's; another's is as absent as a missing one. */
export async function refundOfCustomer(sql: Sql, id: string, customerId: string): Promise<RefundRow | undefined> {
  return (await sql.rows(RefundRow, "WHERE t.id = ? AND t.customerId = ?", [id, customerId]))[0];
}

/** The refunds of many orders in one statement, newest first. */
export async function refundsOf(sql: Sql, orderIds: readonly string[]): Promise<RefundRow[]> {
  const tail = `WHERE t.orderId IN (${marks(orderIds)}) ORDER BY t.orderId, t.requestedAt DESC, t.id DESC`;
  return sql.rows(RefundRow, tail, orderIds);
}

/** What many refunds are for, in one statement. */
export async function refundComponentsOf(sql: Sql, refundIds: readonly string[]): Promise<RefundComponentRow[]> {
  return sql.rows(RefundComponentRow, `WHERE t.refundId IN (${marks(refundIds)}) ORDER BY t.refundId, t.id`, refundIds);
}

/** The parts of many refunds in one statement, in the order they were planned. */
export async function allocationsOf(sql: Sql, refundIds: readonly string[]): Promise<RefundAllocationRow[]> {
  const tail = `WHERE t.refundId IN (${marks(refundIds)}) ORDER BY t.refundId, t.position`;
  return sql.rows(RefundAllocationRow, tail, refundIds);
}

export async function allocationById(sql: Sql, id: string): Promise<RefundAllocationRow | undefined> {
  return (await sql.rows(RefundAllocationRow, "WHERE t.id = ?", [id]))[0];
}

/** The part that a bank transfer paid. */
export async function allocationOfReference(sql: Sql, reference: string): Promise<RefundAllocationRow | undefined> {
  return (await sql.rows(RefundAllocationRow, "WHERE t.bankReference = ?", [reference]))[0];
}

/** Parts that a channel has to be asked for and that nobody asks for at present, at most `limit`. */
export async function allocationsToSend(sql: Sql, now: number, limit: number): Promise<RefundAllocationRow[]> {
  const tail = `WHERE t.state >= 'SENDING' AND t.state <= 'SENDING'
    AND (t.leasedUntil IS NULL OR t.leasedUntil <= ?) ORDER BY t.state, t.refundId, t.position LIMIT ${limit}`;
  return sql.rows(RefundAllocationRow, tail, [now]);
}

/** Keeps others from asking for this part until then. False when another process was faster. */
export async function leaseAllocation(tx: Tx, { id, version }: RefundAllocationRow, until: number): Promise<boolean> {
  return tx.tryChange(RefundAllocationRow, { id, version, state: "SENDING" }, { leasedUntil: until });
}

/** The refunds of this order that people still talk about. */
export async function openRefundsOf(sql: Sql, orderId: string): Promise<RefundRow[]> {
  return sql.rows(RefundRow, `WHERE t.orderId = ? AND t.state IN (${marks(openStates)})`, [orderId, ...openStates]);
}

export interface ComponentWish {
  readonly componentId: string;
  readonly supplierId: string;
  readonly asked: Fen;
  readonly amount: Fen;
}

/** Writes anew what a refund is for. Nothing of it is in the books yet. */
export async function writeComponents(tx: Tx, refundId: string, wishes: readonly ComponentWish[]): Promise<void> {
  await tx.run("DELETE FROM refund_components WHERE refundId = ?", [refundId]);
  const none = { unearned: fen(0), earned: fen(0), fee: fen(0), borne: fen(0), claimed: fen(0) };
  await tx.insert(
    RefundComponentRow,
    wishes.map((wish) => ({ id: newId(), refundId, ...wish, ...none })),
  );
}

export async function noteGranted(
  tx: Tx,
  id: string,
  granted: Pick<RefundComponentRow, "unearned" | "earned" | "fee" | "borne" | "claimed">,
): Promise<void> {
  await tx.change(RefundComponentRow, { id }, granted);
}

/** Writes anew the parts of a refund that nobody was asked for yet; `beyond` is given beside what was paid. */
export async function writeAllocations(
  tx: Tx,
  refund: Pick<RefundRow, "id" | "no" | "orderId">,
  planned: readonly PlannedAllocation[],
  beyond: Fen,
): Promise<void> {
  await tx.run("DELETE FROM refund_allocations WHERE refundId = ?", [refund.id]);
  const extra = { paymentId: null, instalmentId: null, amount: beyond, route: "BANK" as const };
  const parts = beyond > 0 ? [...planned, extra] : planned;
  const rows = parts.map((part, position): RefundAllocationRow => {
    return {
      id: newId(),
      no: `${refund.no}-${position + 1}`,
      refundId: refund.id,
      orderId: refund.orderId,
      position,
      ...part,
      state: allocationLife.initial,
      channelRefundId: null,
      payeeName: null,
      payeeAccount: null,
      bankReference: null,
      leasedUntil: null,
      failure: null,
      settledAt: null,
      version: 1,
    };
  });
  await tx.insert(RefundAllocationRow, rows);
}

/** What was granted so far of one part of an order. */
export interface GrantedSoFar {
  readonly componentId: string;
  readonly amount: Fen;
  /** Taken before it was earned, by wishes alone: later that much less is earned. */
  readonly unearned: Fen;
  /** What of it was held for its supplier; the rest the platform gave. */
  readonly fromHeld: Fen;
  /** Official fees that went back by wishes. */
  readonly fee: Fen;
  readonly earned: Fen;
}

/** What was granted so far of each part of an order, in one statement. */
export async function grantedOf(sql: Sql, orderId: string): Promise<Map<string, GrantedSoFar>> {
  const rows = await sql.query<
    Record<"amount" | "unearned" | "earned" | "fromHeld" | "fee", number> & { componentId: string }
  >(
    `SELECT c.componentId, SUM(c.amount) AS amount, SUM(c.earned) AS earned,
       SUM(CASE WHEN r.source IN ('REQUEST', 'STAFF') THEN c.borne - c.claimed ELSE 0 END) AS fromHeld,
       SUM(CASE WHEN r.source IN ('REQUEST', 'STAFF') THEN c.fee ELSE 0 END) AS fee,
       SUM(CASE WHEN r.source IN ('REQUEST', 'STAFF') THEN c.unearned ELSE 0 END) AS unearned
     FROM refunds r JOIN refund_components c ON c.refundId = r.id
     WHERE r.orderId = ? AND r.state IN (${marks(grantedStates)}) GROUP BY c.componentId`,
    [orderId, ...grantedStates],
  );
  return new Map(
    rows.map(({ componentId, ...sums }) => {
      const of = (key: keyof typeof sums): Fen => fen(Number(sums[key]));
      const early = { unearned: of("unearned"), fromHeld: of("fromHeld"), fee: of("fee") };
      return [componentId, { componentId, amount: of("amount"), earned: of("earned"), ...early }];
    }),
  );
}

/** What a supplier bears of one refund. */
export interface RefundShare {
  readonly id: string;
  readonly supplierId: string;
  readonly componentId: string;
  readonly orderId: string;
  readonly orderNo: string;
  readonly refundNo: string;
  readonly reason: string;
  readonly amount: Fen;
  readonly borne: Fen;
  readonly claimed: Fen;
  readonly approvedAt: number;
}

/** What one supplier bears of granted refunds, newest first. */
export async function pageOfShares(sql: Sql, supplierId: string, request: PageRequest): Promise<Page<RefundShare>> {
  const values: SqlValue[] = [supplierId, ...grantedStates];
  let after = "";
  if (request.after) {
    const [approvedAt, id] = request.after;
    after = "AND r.approvedAt <= ? AND (r.approvedAt < ? OR c.id < ?)";
    values.push(approvedAt, approvedAt, id);
  }
  const rows = await sql.query<RefundShare>(
    `SELECT c.id, c.supplierId, c.componentId, r.orderId, r.orderNo, r.no AS refundNo, r.reason, c.amount, c.borne,
       c.claimed, r.approvedAt
     FROM refund_components c JOIN refunds r ON r.id = c.refundId
     WHERE c.supplierId = ? AND r.state IN (${marks(grantedStates)}) AND c.borne > 0 ${after}
     ORDER BY r.approvedAt DESC, c.id DESC LIMIT ${request.first + 1}`,
    values,
  );
  const shares = rows.map((row) => ({
    ...row,
    amount: fen(Number(row.amount)),
    borne: fen(Number(row.borne)),
    claimed: fen(Number(row.claimed)),
    approvedAt: Number(row.approvedAt),
  }));
  return toPage(shares, request, (row) => row.approvedAt);
}

export interface RefundFilter {
  readonly state?: RefundState | null;
}

/** A page of refunds; those in one state that waits for a person begin with the longest waiting. */
export async function pageOfRefunds(sql: Sql, filter: RefundFilter, request: PageRequest): Promise<Page<RefundRow>> {
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  // Ranges that lead the order too: with `state = ?` MariaDB would walk the whole list up to the cursor.
  if (filter.state) {
    conditions.push("t.state >= ? AND t.state <= ?");
    values.push(filter.state, filter.state);
  }
  if (request.after) {
    const [requestedAt, id] = request.after;
    conditions.push("t.requestedAt <= ? AND (t.requestedAt < ? OR t.id < ?)");
    values.push(requestedAt, requestedAt, id);
  }
  const leading = filter.state ? "t.state DESC," : "";
  const tail = `${conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""}
    ORDER BY ${leading} t.requestedAt DESC, t.id DESC LIMIT ${request.first + 1}`;
  return toPage(await sql.rows(RefundRow, tail, values), request, (row) => row.requestedAt);
}
