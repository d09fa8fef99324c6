import { HOUR } from "../kernel/clock.js";
import { dayStamp } from "../kernel/day.js";
import { newId, newNumber } from "../kernel/ids.js";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { queuesMoved } from "../payments/facts.js";
import { marks, type Sql, type SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { supplierWorkMoved, ticketFacts } from "./facts.js";
import { TicketRow } from "./fulfilment.table.js";
import {
  LAG_OVER,
  opening,
  type TicketComponent,
  type TicketOrder,
  type TicketState,
  type TicketVerb,
  ticketTable,
} from "./ticket.js";

export type { TicketRow };

/** The components of an order that have a ticket. One that was cancelled counts as none: the next is of another revision. */
export async function ticketedComponents(tx: Tx, orderId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ orderComponentId: string }>(
    "SELECT orderComponentId FROM tickets WHERE orderId = ? AND state <> 'CANCELLED'",
    [orderId],
  );
  return new Set(rows.map((ticket) => ticket.orderComponentId));
}

/**
 * Opens the tickets of an order that may be delivered: one for each component that has none yet (`known`, nothing when
 * delivery begins), and tells dispatch of those whose turn it is. Give it all components of the order that are to be done.
 */
export async function openTickets(
  tx: Tx,
  order: TicketOrder,
  components: readonly TicketComponent[],
  known: ReadonlySet<string> = new Set(),
): Promise<void> {
  const ids = new Map(components.map((component) => [component.position, component.id]));
  const all = components.map((component) => newTicket(tx.now, order, component, ids));
  const rows = all
    .filter((ticket) => !known.has(ticket.orderComponentId))
    .map((ticket) => ({ ...ticket, ...opening(ticket, all, tx.now) }));
  if (rows.length === 0) return;
  // The order's lock keeps two payments apart; should a caller forget it, the unique key of the component refuses here.
  await tx.insert(TicketRow, rows);
  const begun = rows.map((row) => row.id);
  if (known.size === 0) tx.record(ticketFacts.opened(order.id, begun));
  for (const row of rows) {
    if (row.state === "TO_DISPATCH") tx.record(ticketFacts.ready(row));
    if (row.releasesAt !== null) await tx.setTimer(LAG_OVER, row.id, row.releasesAt);
  }
}

/**
 * Lets a waiting ticket whose predecessors are over go on: at once, or when the hours it has to wait are over. Tells
 * dispatch when it is its turn.
 */
export async function letGoOn(tx: Tx, ticket: TicketRow): Promise<void> {
  if (ticket.lagHours === 0 || ticket.releasesAt !== null) {
    await moveTicket(tx, ticket, "RELEASE");
    tx.record(ticketFacts.ready(ticket));
    return;
  }
  const releasesAt = tx.now + ticket.lagHours * HOUR;
  await tx.change(TicketRow, { id: ticket.id, state: ticket.state, version: ticket.version }, { releasesAt });
  await tx.setTimer(LAG_OVER, ticket.id, releasesAt);
}

/** `ids` are the order's components by their position. */
function newTicket(
  now: number,
  order: TicketOrder,
  component: TicketComponent,
  ids: ReadonlyMap<number, string>,
): TicketRow {
  return {
    id: newId(),
    no: newNumber("ST", dayStamp(now)),
    orderId: order.id,
    orderComponentId: component.id,
    revision: order.revision,
    orderNo: order.no,
    itemId: component.itemId,
    itemName: component.itemName,
    unit: component.unit,
    quantity: component.quantity,
    stage: component.stage,
    waitsFor: component.dependsOn?.flatMap((position) => ids.get(position) ?? []) ?? null,
    lagHours: component.lagHours,
    releasesAt: null,
    regionCode: order.regionCode,
    inputs: [...order.inputs],
    contactName: order.contactName,
    contactPhone: order.contactPhone,
    address: order.address,
    note: order.note,
    milestones: [...component.milestones],
    state: "WAITING",
    round: 1,
    chosenSupplierId: component.supplierId,
    chosenBy: component.chosenBy,
    plannedCost: component.costAmount,
    supplierId: null,
    pay: null,
    workerId: null,
    percent: 0,
    pendingReports: 0,
    reworkCount: 0,
    reworkReason: null,
    reworkPhotoIds: [],
    createdAt: now,
    assignedAt: null,
    startedAt: null,
    deliveredAt: null,
    approvedAt: null,
    acceptedAt: null,
    version: 1,
  };
}

export async function ticketsById(sql: Sql, ids: readonly string[]): Promise<Map<string, TicketRow>> {
  const rows = await sql.rows(TicketRow, `WHERE t.id IN (${marks(ids)})`, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function ticketById(sql: Sql, id: string): Promise<TicketRow | undefined> {
  return (await ticketsById(sql, [id])).get(id);
}

/** The tickets of many orders in one statement, in the order of the work. */
export async function ticketsOf(sql: Sql, orderIds: readonly string[]): Promise<TicketRow[]> {
  return sql.rows(
    TicketRow,
    `WHERE t.orderId IN (${marks(orderIds)}) ORDER BY t.orderId, t.stage, t.itemName, t.id`,
    orderIds,
  );
}

/** The work of these orders that waits for the customer's sign-off, longest waiting first, at most `limit`. */
export async function ticketsToAccept(sql: Sql, orderIds: readonly string[], limit: number): Promise<TicketRow[]> {
  const tail = `WHERE t.orderId IN (${marks(orderIds)}) AND t.state = 'PLATFORM_APPROVED'
    ORDER BY t.approvedAt, t.id LIMIT ${limit}`;
  return sql.rows(TicketRow, tail, orderIds);
}

/**
 * Takes the ticket's row for the rest of the transaction and returns it as it is now. Every flow begins with it, so
 * whoever else wants the same ticket waits and then sees what became of it.
 */
export async function lockTicket(tx: Tx, id: string): Promise<TicketRow | undefined> {
  await tx.run("UPDATE tickets SET version = version WHERE id = ?", [id]);
  return ticketById(tx, id);
}

/**
 * Moves a ticket by a verb of its table and returns it as it is then. Refuses INVALID_STATE and STALE_VERSION. Every
 * move tells the staff's board, and its supplier's, to look again: here, so that no flow can forget it.
 */
export async function moveTicket(
  tx: Tx,
  ticket: TicketRow,
  verb: TicketVerb,
  also: Partial<Omit<TicketRow, "id" | "state" | "version">> = {},
): Promise<TicketRow> {
  const set = { ...also, state: ticketTable.after(ticket.state, verb) };
  await tx.change(TicketRow, { id: ticket.id, state: ticket.state, version: ticket.version }, set);
  const moved = { ...ticket, ...set, version: ticket.version + 1 };
  tx.record(queuesMoved);
  if (moved.supplierId !== null) tx.record(supplierWorkMoved(moved.supplierId, ticket.id));
  return moved;
}

/** Keeps what the reports tell of a ticket. Not a new version: nobody's next step hangs on it. */
export async function keepFigures(
  tx: Tx,
  ticketId: string,
  figures: { percent: number; pendingReports: number },
): Promise<void> {
  await tx.run("UPDATE tickets SET percent = ?, pendingReports = ? WHERE id = ?", [
    figures.percent,
    figures.pendingReports,
    ticketId,
  ]);
}

/** A page of all tickets, or of those in one state: newest first, or oldest first for queues that are worked off. */
export async function pageOfTickets(
  sql: Sql,
  filter: { readonly state: TicketState | null; readonly oldestFirst: boolean },
  request: PageRequest,
): Promise<Page<TicketRow>> {
  const { state } = filter;
  // `>= and <=` where `=` would do: MariaDB then reads a range from the cursor on instead of walking the whole state.
  const condition = state ? "t.state >= ? AND t.state <= ?" : "1 = 1";
  const lead = state ? ["t.state"] : [];
  const list = { lead, key: "createdAt", ascending: filter.oldestFirst } as const;
  return page(sql, condition, state ? [state, state] : [], list, request, (row) => row.createdAt);
}

/** A page of the tickets a supplier took, last taken first, or of those in one state. */
export async function pageOfSupplierTickets(
  sql: Sql,
  supplierId: string,
  state: TicketState | null,
  request: PageRequest,
): Promise<Page<TicketRow>> {
  const mine = "t.supplierId >= ? AND t.supplierId <= ?";
  const condition = state ? `${mine} AND t.state >= ? AND t.state <= ?` : mine;
  const values = state ? [supplierId, supplierId, state, state] : [supplierId, supplierId];
  const lead = state ? ["t.supplierId", "t.state"] : ["t.supplierId"];
  const list = { lead, key: "assignedAt", ascending: false } as const;
  return page(sql, condition, values, list, request, (row) => row.assignedAt ?? 0);
}

interface ListOrder {
  /** Columns that are held fast by the condition; named in the order so that one index serves both. */
  readonly lead: readonly string[];
  readonly key: "createdAt" | "assignedAt";
  readonly ascending: boolean;
}

async function page(
  sql: Sql,
  condition: string,
  values: readonly SqlValue[],
  { lead, key, ascending }: ListOrder,
  request: PageRequest,
  keyOf: (row: TicketRow) => number,
): Promise<Page<TicketRow>> {
  const [beyond, way] = ascending ? [">", ""] : ["<", " DESC"];
  const order = [...lead, `t.${key}`, "t.id"].map((column) => column + way).join(", ");
  const after = request.after ? `AND t.${key} ${beyond}= ? AND (t.${key} ${beyond} ? OR t.id ${beyond} ?)` : "";
  const cursor = request.after ? [request.after[0], ...request.after] : [];
  const tail = `WHERE ${condition} ${after} ORDER BY ${order} LIMIT ${request.first + 1}`;
  return toPage(await sql.rows(TicketRow, tail, [...values, ...cursor]), request, keyOf);
}

/** How many tickets are in each of these states, counted to 1,000 at most. */
export async function countTickets(
  sql: Sql,
  states: readonly TicketState[],
  supplierId: string | null = null,
): Promise<Map<TicketState, number>> {
  const one = `SELECT ? AS state, COUNT(*) AS n FROM (SELECT 1 AS x FROM tickets WHERE ${supplierId ? "supplierId = ? AND " : ""}state = ? LIMIT 1000) q`;
  const rows = await sql.query<{ state: TicketState; n: number }>(
    states.map(() => one).join(" UNION ALL "),
    states.flatMap((state) => (supplierId ? [state, supplierId, state] : [state, state])),
  );
  return new Map(rows.map((row) => [row.state, Number(row.n)]));
}

const OPEN = "'ASSIGNED', 'IN_PROGRESS', 'DELIVERED', 'PLATFORM_APPROVED', 'REWORK'";

/** How many tickets each of these suppliers has taken and not finished. */
export async function openTicketCounts(sql: Sql, supplierIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql.query<{ supplierId: string; n: number }>(
    `SELECT supplierId, COUNT(*) AS n FROM tickets WHERE supplierId IN (${marks(supplierIds)})
       AND state IN (${OPEN}) GROUP BY supplierId`,
    supplierIds,
  );
  return new Map(rows.map((row) => [row.supplierId, Number(row.n)]));
}

/** The tickets that these suppliers have taken and not finished, newest first. */
export async function openTicketsOfSuppliers(sql: Sql, supplierIds: readonly string[]): Promise<TicketRow[]> {
  const tail = `WHERE t.supplierId IN (${marks(supplierIds)}) AND t.state IN (${OPEN}) ORDER BY t.assignedAt DESC, t.id DESC LIMIT 500`;
  return sql.rows(TicketRow, tail, supplierIds);
}
