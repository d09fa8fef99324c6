import { principalOf } from "../catalogue/collection.js";
import { type TicketRow, ticketsOf } from "../fulfilment/ticket.store.js";
import type { OrderComponentRow } from "../orders/order.store.js";
import type { Sql } from "../platform/sql.js";

type Line = Pick<OrderComponentRow, "id" | "supplierId" | "collectionMode">;

/**
 * Who answers for the work of each of these lines of one order, by the line's id: who sells it; of the platform's own sale
 * whoever took its ticket, which may be another than the order names.
 */
export async function doersOf(sql: Sql, orderId: string, lines: readonly Line[]): Promise<ReadonlyMap<string, string>> {
  const tickets = await ticketsOf(sql, [orderId]);
  return new Map(lines.map((line) => [line.id, doerOf(line, tickets)]));
}

/** The same for one line. */
export async function doerOfLine(sql: Sql, line: Line & Pick<OrderComponentRow, "orderId">): Promise<string> {
  return doerOf(line, await ticketsOf(sql, [line.orderId]));
}

function doerOf({ id, supplierId, collectionMode }: Line, tickets: readonly TicketRow[]): string {
  if (principalOf(collectionMode) === "SUPPLIER") return supplierId;
  const own = tickets.filter(({ orderComponentId }) => orderComponentId === id);
  const live = own.find(({ state }) => state !== "CANCELLED");
  const last = own.toSorted((one, other) => other.revision - one.revision).find((ticket) => ticket.supplierId !== null);
  return (live ?? last)?.supplierId ?? supplierId;
}
