import { dayStamp } from "../kernel/day.js";
import { groupBy } from "../kernel/group.js";
import { newId, newNumber } from "../kernel/ids.js";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { marks, type Sql, type SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { type AmendmentState, type AmendmentVerb, amendmentLife } from "./amendment.js";
import { OrderAmendmentRow, OrderRevisionRow } from "./amendment.table.js";
import type { RevisionSnapshot } from "./order-revision.js";

export type { OrderAmendmentRow, OrderRevisionRow };

/** Timer: the customer did not answer an amendment in time; its subject is the amendment. */
export const AMENDMENT_EXPIRES = "AMENDMENT_EXPIRES";

type Begun = Pick<
  OrderAmendmentRow,
  | "orderId"
  | "baseRevision"
  | "kind"
  | "fault"
  | "way"
  | "reason"
  | "parts"
  | "lines"
  | "consent"
  | "saleDelta"
  | "costDelta"
> & { readonly requestId: string | null };

/** Writes a numbered draft. */
export async function addAmendment(tx: Tx, begun: Begun): Promise<OrderAmendmentRow> {
  const row: OrderAmendmentRow = {
    ...begun,
    id: newId(),
    no: newNumber("AM", dayStamp(tx.now)),
    hash: null,
    state: amendmentLife.initial,
    authorId: tx.actorId,
    createdAt: tx.now,
    submittedAt: null,
    expiresAt: null,
    answeredAt: null,
    auditorId: null,
    endReason: null,
    endedAt: null,
    refunded: 0 as OrderAmendmentRow["refunded"],
    version: 1,
  };
  await tx.insert(OrderAmendmentRow, [row]);
  return row;
}

export async function amendmentById(sql: Sql, id: string): Promise<OrderAmendmentRow | undefined> {
  return (await sql.rows(OrderAmendmentRow, "WHERE t.id = ?", [id]))[0];
}

/** The amendments of many orders in one statement, newest first. */
export async function amendmentsOf(sql: Sql, orderIds: readonly string[]): Promise<Map<string, OrderAmendmentRow[]>> {
  const tail = `WHERE t.orderId IN (${marks(orderIds)}) ORDER BY t.orderId, t.createdAt DESC, t.id DESC`;
  return groupBy(await sql.rows(OrderAmendmentRow, tail, orderIds), ({ orderId }) => orderId);
}

/** Rewrites a draft. Refuses STALE_VERSION. */
export async function rewriteAmendment(tx: Tx, row: OrderAmendmentRow, set: Partial<OrderAmendmentRow>): Promise<void> {
  await tx.change(OrderAmendmentRow, { id: row.id, version: row.version }, set);
}

/** Moves an amendment by a verb of its table, with what is new about it. Refuses INVALID_STATE and STALE_VERSION. */
export async function moveAmendment(
  tx: Tx,
  row: OrderAmendmentRow,
  verb: AmendmentVerb,
  also: Partial<OrderAmendmentRow> = {},
): Promise<OrderAmendmentRow> {
  const set = { ...also, state: amendmentLife.after(row.state, verb) };
  await tx.change(OrderAmendmentRow, { id: row.id, version: row.version }, set);
  if (row.state === "WAIT_CUSTOMER") await tx.cancelTimer(AMENDMENT_EXPIRES, row.id);
  return { ...row, ...set, version: row.version + 1 };
}

/** The order is another than the rest of its amendments were written against: they are stale. The caller holds its lock. */
export async function outdateAmendments(tx: Tx, orderId: string): Promise<void> {
  for (const row of (await amendmentsOf(tx, [orderId])).get(orderId) ?? []) {
    if (amendmentLife.allows(row.state, "OUTDATE")) await moveAmendment(tx, row, "OUTDATE", { endedAt: tx.now });
  }
}

/** A page of the amendments in this state, the longest waiting first. */
export async function pageOfAmendments(
  sql: Sql,
  state: AmendmentState,
  request: PageRequest,
): Promise<Page<OrderAmendmentRow>> {
  const conditions = ["t.state >= ?", "t.state <= ?"];
  const values: SqlValue[] = [state, state];
  if (request.after) {
    const [at, id] = request.after;
    conditions.push("t.submittedAt >= ? AND (t.submittedAt > ? OR t.id > ?)");
    values.push(at, at, id);
  }
  const tail = `WHERE ${conditions.join(" AND ")} ORDER BY t.state, t.submittedAt, t.id LIMIT ${request.first + 1}`;
  return toPage(await sql.rows(OrderAmendmentRow, tail, values), request, (row) => row.submittedAt ?? row.createdAt);
}

/** Keeps what an order was and what it became. */
export async function addRevision(
  tx: Tx,
  revised: {
    readonly orderId: string;
    readonly revision: number;
    readonly amendmentId: string | null;
    readonly was: RevisionSnapshot;
    readonly became: RevisionSnapshot;
  },
): Promise<void> {
  await tx.insert(OrderRevisionRow, [{ ...revised, id: newId(), at: tx.now }]);
}

/** What many orders were and became, in one statement, oldest first. */
export async function revisionsOf(sql: Sql, orderIds: readonly string[]): Promise<Map<string, OrderRevisionRow[]>> {
  const tail = `WHERE t.orderId IN (${marks(orderIds)}) ORDER BY t.orderId, t.revision`;
  return groupBy(await sql.rows(OrderRevisionRow, tail, orderIds), ({ orderId }) => orderId);
}
