import { dayStamp } from "../kernel/day.js";

import { newId, newNumber } from "../kernel/ids.js";
import { type Fen, ZERO } from "../kernel/money.js";
import type { Page, PageRequest } from "../kernel/page.js";
import { toPage } from "../kernel/page.js";
import { queuesMoved } from "../payments/facts.js";
import { ORDER_LIFE_MS } from "../payments/payment.js";
import { marks, type Sql, type SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { orderFacts } from "./facts.js";
import { mayDeliver, type OrderState, type OrderVerb, orderLife } from "./order.js";
import { OrderComponentRow, OrderRow } from "./order.table.js";

export type { OrderComponentRow, OrderRow };

/** Timer: an order nothing was paid for closes; its subject is the order. */
export const ORDER_EXPIRES = "ORDER_EXPIRES";

/** What an order is made of: all that its number, its life and its instants do not tell. */
export type NewOrder = Omit<
  OrderRow,
  | "id"
  | "no"
  | "placedAt"
  | "completedAt"
  | "cancelReason"
  | "returnReason"
  | "contractVerifiedAt"
  | "revision"
  | "version"
>;
/** What most lines are: waiting for everything of the stage before, sold by the platform itself. */
const PLAIN_LINE = {
  dependsOn: null,
  lagHours: 0,
  state: "ACTIVE",
  collectionMode: "OWN_SALE",
  commissionRate: 0,
  commissionRefundable: true,
  officialFee: ZERO,
  promotion: ZERO,
  earnedAt: null,
} as const satisfies Partial<OrderComponentRow>;

export type NewOrderLine = Omit<OrderComponentRow, "id" | "orderId" | "position" | keyof typeof PLAIN_LINE> &
  Partial<Pick<OrderComponentRow, keyof typeof PLAIN_LINE>>;

/** Writes a numbered order with its lines, tells it, and gives its customer three days to begin paying. */
export async function addOrder(tx: Tx, order: NewOrder, lines: readonly NewOrderLine[]): Promise<OrderRow> {
  const no = newNumber("SO", dayStamp(tx.now));
  const row = {
    ...order,
    id: newId(),
    no,
    placedAt: tx.now,
    completedAt: null,
    cancelReason: null,
    returnReason: null,
    contractVerifiedAt: null,
    revision: 1,
    version: 1,
  };
  await tx.insert(OrderRow, [row]);
  const components = lines.map((line, position) => ({
    ...PLAIN_LINE,
    ...line,
    id: newId(),
    orderId: row.id,
    position,
  }));
  await tx.insert(OrderComponentRow, components);
  await tx.setTimer(ORDER_EXPIRES, row.id, tx.now + ORDER_LIFE_MS);
  tx.record(orderFacts.placed(row));
  if (row.state === "PENDING_AUDIT") tx.record(orderFacts.held(row), queuesMoved);
  return row;
}

export async function ordersById(sql: Sql, ids: readonly string[]): Promise<Map<string, OrderRow>> {
  const rows = await sql.rows(OrderRow, `WHERE t.id IN (${marks(ids)})`, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function orderById(sql: Sql, id: string): Promise<OrderRow | undefined> {
  return (await ordersById(sql, [id])).get(id);
}

/** The order if it is this customer's; a foreign one is as absent as a missing one. */
export async function orderOfCustomer(sql: Sql, id: string, customerId: string): Promise<OrderRow | undefined> {
  return (await sql.rows(OrderRow, "WHERE t.id = ? AND t.customerId = ?", [id, customerId]))[0];
}

/** Whose number this is; for staff, who may know of any. */
export async function orderIdByNo(sql: Sql, no: string): Promise<string | undefined> {
  return (await sql.query<{ id: string }>("SELECT id FROM orders WHERE no = ?", [no]))[0]?.id;
}

export async function orderOfCustomerByNo(sql: Sql, no: string, customerId: string): Promise<OrderRow | undefined> {
  return (await sql.rows(OrderRow, "WHERE t.no = ? AND t.customerId = ?", [no, customerId]))[0];
}

/** The order of each of these quotations, in one statement. */
export async function ordersOfQuotations(sql: Sql, quotationIds: readonly string[]): Promise<Map<string, OrderRow>> {
  const rows = await sql.rows(OrderRow, `WHERE t.quotationId IN (${marks(quotationIds)})`, quotationIds);
  return new Map(rows.flatMap((row) => (row.quotationId === null ? [] : [[row.quotationId, row] as const])));
}

/** An order as lists outside its page tell it. */
export type OrderHead = Pick<OrderRow, "id" | "no" | "customerId" | "state" | "productTitle" | "placedAt">;

const HEAD = "SELECT id, no, customerId, state, productTitle, placedAt FROM orders";

/** The newest orders of these customers, newest first, at most 200. */
export async function newestOrdersOf(sql: Sql, customerIds: readonly string[]): Promise<OrderHead[]> {
  const tail = `WHERE customerId IN (${marks(customerIds)}) ORDER BY placedAt DESC, id DESC LIMIT 200`;
  return (await sql.query<OrderHead>(`${HEAD} ${tail}`, customerIds)).map(headOf);
}

/** The order of this number if it is one of these customers'; a foreign one is as absent as a missing one. */
export async function orderHeadByNo(sql: Sql, no: string, customerIds: readonly string[]): Promise<OrderHead[]> {
  const tail = `WHERE no = ? AND customerId IN (${marks(customerIds)})`;
  return (await sql.query<OrderHead>(`${HEAD} ${tail}`, [no, ...customerIds])).map(headOf);
}

const headOf = (row: OrderHead): OrderHead => ({ ...row, placedAt: Number(row.placedAt) });

/** The components of many orders in one statement, in the order they were priced. */
export async function componentsOf(sql: Sql, orderIds: readonly string[]): Promise<OrderComponentRow[]> {
  return sql.rows(
    OrderComponentRow,
    `WHERE t.orderId IN (${marks(orderIds)}) ORDER BY t.orderId, t.position`,
    orderIds,
  );
}

/** One component of any order. */
export async function componentById(sql: Sql, id: string): Promise<OrderComponentRow | undefined> {
  return (await sql.rows(OrderComponentRow, "WHERE t.id = ?", [id]))[0];
}

/**
 * Takes the order's row for the rest of the transaction and returns it as it is now. Money flows begin with it: the
 * order is always locked first, so cancelling and paying can't both win. Adds one to its version.
 */
export async function lockOrder(tx: Tx, id: string): Promise<OrderRow | undefined> {
  await tx.run("UPDATE orders SET version = version + 1 WHERE id = ?", [id]);
  return orderById(tx, id);
}

/**
 * Takes the order's row like `lockOrder` and leaves its version alone: for flows that must stand in line with the money
 * but take nothing from who still looks at the order, such as beginning to pay.
 */
export async function holdOrder(tx: Tx, id: string): Promise<void> {
  await tx.run("UPDATE orders SET version = version WHERE id = ?", [id]);
}

/**
 * Moves an order by a verb of its table, tells it and returns the order as it is then. Refuses INVALID_STATE and
 * STALE_VERSION. The start of delivery is told by the tickets that are opened with it.
 */
export async function setOrderState(tx: Tx, order: OrderRow, verb: OrderVerb, reason = ""): Promise<OrderRow> {
  const set: Partial<OrderRow> = { state: orderLife.after(order.state, verb) };
  if (verb === "COMPLETE") set.completedAt = tx.now;
  if (verb === "CANCEL") set.cancelReason = reason;
  if (verb === "RETURN") set.returnReason = reason;
  await tx.change(OrderRow, { id: order.id, version: order.version }, set);
  if (verb === "COMPLETE") tx.record(orderFacts.completed(order));
  if (verb === "CANCEL") tx.record(orderFacts.cancelled(order, reason));
  if (verb === "EXPIRE") tx.record(orderFacts.expired(order));
  return { ...order, ...set, version: order.version + 1 };
}

/**
 * Notes that the order's contract was verified or, with null, that it counts no more and the gate is shut again; the caller
 * holds the order's lock.
 */
export async function noteContractVerified(tx: Tx, order: OrderRow, at: number | null = tx.now): Promise<OrderRow> {
  const set = { contractVerifiedAt: at };
  await tx.change(OrderRow, { id: order.id, version: order.version }, set);
  return { ...order, ...set, version: order.version + 1 };
}

/**
 * Starts the delivery of an order whose gate instalment is paid: it does not close by itself any more. Returns what tickets
 * are opened of, or null for an order that is under way already, closed, or waiting for its contract.
 */
export async function startDelivery(
  tx: Tx,
  order: OrderRow,
): Promise<{ readonly order: OrderRow; readonly components: readonly OrderComponentRow[] } | null> {
  if (!orderLife.allows(order.state, "START_DELIVERY") || !mayDeliver(order)) return null;
  const started = await setOrderState(tx, order, "START_DELIVERY");
  await tx.cancelTimer(ORDER_EXPIRES, order.id);
  const components = (await componentsOf(tx, [order.id])).filter(({ state }) => state === "ACTIVE");
  return { order: started, components };
}

/** Notes that a component's work was accepted; whoever comes second is refused. */
export async function noteEarned(tx: Tx, component: OrderComponentRow): Promise<OrderComponentRow> {
  const set = { earnedAt: tx.now };
  await tx.change(OrderComponentRow, { id: component.id, earnedAt: null }, set);
  return { ...component, ...set };
}

/** Writes lines that an amendment adds to an order, after those it has. */
export async function addComponents(
  tx: Tx,
  orderId: string,
  lines: readonly NewOrderLine[],
  after: number,
): Promise<void> {
  const rows = lines.map((line, index) => {
    return { ...PLAIN_LINE, ...line, id: newId(), orderId, position: after + index };
  });
  await tx.insert(OrderComponentRow, rows);
}

/** Sets what an amendment makes of one line. The caller holds the order's lock. */
export async function changeComponent(tx: Tx, id: string, set: Partial<OrderComponentRow>): Promise<void> {
  await tx.change(OrderComponentRow, { id }, set);
}

/** The order on its next terms: another revision, with another total and cost. */
export async function reviseOrder(tx: Tx, order: OrderRow, sums: { total: Fen; cost: Fen }): Promise<OrderRow> {
  const set = { ...sums, revision: order.revision + 1 };
  await tx.change(OrderRow, { id: order.id, version: order.version }, set);
  return { ...order, ...set, version: order.version + 1 };
}

export interface OrderFilter {
  readonly customerId?: string;
  readonly state?: OrderState | null;
  /** Beginning of a number, a contact's name or a phone number. */
  readonly search?: string | null;
}

/**
 * A page of orders, newest first, in one statement that touches no more rows at the end of the list than at its start.
 * MariaDB only does so when equalities are written as ranges and lead the order as well: with `state = ?` it walks the
 * index from the newest row to the cursor.
 */
export async function pageOfOrders(sql: Sql, filter: OrderFilter, request: PageRequest): Promise<Page<OrderRow>> {
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  const where = (condition: string, ...given: SqlValue[]): void => {
    conditions.push(condition);
    values.push(...given);
  };
  if (filter.customerId) where("t.customerId >= ? AND t.customerId <= ?", filter.customerId, filter.customerId);
  if (filter.state) where("t.state >= ? AND t.state <= ?", filter.state, filter.state);
  if (filter.search) {
    // Ranges instead of LIKE: both databases walk an index for them.
    const begins = { no: filter.search.toUpperCase(), contactName: filter.search, contactPhone: filter.search };
    const ranges = Object.keys(begins).map((column) => `(t.${column} >= ? AND t.${column} < ?)`);
    where(`(${ranges.join(" OR ")})`, ...Object.values(begins).flatMap((text) => [text, `${text}\u{10FFFF}`]));
  }
  if (request.after) {
    const [placedAt, id] = request.after;
    where("t.placedAt <= ? AND (t.placedAt < ? OR t.id < ?)", placedAt, placedAt, id);
  }
  const leading = filter.customerId ? "t.customerId DESC," : filter.state ? "t.state DESC," : "";
  const tail = `${conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""}
    ORDER BY ${leading} t.placedAt DESC, t.id DESC LIMIT ${request.first + 1}`;
  return toPage(await sql.rows(OrderRow, tail, values), request, (row) => row.placedAt);
}
