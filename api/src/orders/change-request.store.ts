import { groupBy } from "../kernel/group.js";
import { newId } from "../kernel/ids.js";
import type { Page, PageRequest } from "../kernel/page.js";
import { pageInState } from "../platform/queue-page.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { OrderChangeRequestRow } from "./amendment.table.js";
import { type RequestVerb, type RequestWish, requestLife } from "./change-request.js";

export type { OrderChangeRequestRow };

export interface Wished {
  readonly orderId: string;
  readonly wish: RequestWish;
  readonly text: string;
  readonly supplierId: string | null;
  readonly ticketId: string | null;
}

export async function addChangeRequest(tx: Tx, wished: Wished): Promise<OrderChangeRequestRow> {
  const row: OrderChangeRequestRow = {
    ...wished,
    id: newId(),
    authorId: tx.actorId,
    state: requestLife.initial,
    answer: null,
    createdAt: tx.now,
    answeredAt: null,
    version: 1,
  };
  await tx.insert(OrderChangeRequestRow, [row]);
  return row;
}

export async function changeRequestById(sql: Sql, id: string): Promise<OrderChangeRequestRow | undefined> {
  return (await sql.rows(OrderChangeRequestRow, "WHERE t.id = ?", [id]))[0];
}

/** What was asked about many orders, in one statement, newest first. */
export async function changeRequestsOf(
  sql: Sql,
  orderIds: readonly string[],
): Promise<Map<string, OrderChangeRequestRow[]>> {
  const tail = `WHERE t.orderId IN (${marks(orderIds)}) ORDER BY t.orderId, t.createdAt DESC, t.id DESC`;
  return groupBy(await sql.rows(OrderChangeRequestRow, tail, orderIds), ({ orderId }) => orderId);
}

/** What waits for an answer, of all orders, the longest waiting first. */
export function pageOfRequests(sql: Sql, request: PageRequest): Promise<Page<OrderChangeRequestRow>> {
  return pageInState(sql, OrderChangeRequestRow, requestLife.initial, request);
}

/** Answers a wish, or ends it for who asked. Refuses INVALID_STATE for one that was answered, STALE_VERSION. */
export async function answerRequest(
  tx: Tx,
  row: OrderChangeRequestRow,
  verb: RequestVerb,
  answer: string | null = null,
): Promise<void> {
  const set = { state: requestLife.after(row.state, verb), answer, answeredAt: tx.now };
  await tx.change(OrderChangeRequestRow, { id: row.id, version: row.version }, set);
}
