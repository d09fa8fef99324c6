import type { OrderComponentRow, OrderRow } from "../orders/order.store.js";
import type { Tx } from "../platform/tx.js";
import { releasePlacesOfComponents } from "../suppliers/reservation.store.js";
import { attemptsOf } from "./attempt.store.js";
import { ticketFacts } from "./facts.js";
import { closeOffer } from "./offer.store.js";
import { AUTO_ACCEPT, LAG_OVER, released, ticketTable } from "./ticket.js";
import {
  letGoOn,
  lockTicket,
  moveTicket,
  openTickets,
  type TicketRow,
  ticketedComponents,
  ticketsOf,
} from "./ticket.store.js";

/** What becomes of the work of some components of an order. */
export interface WorkChange {
  /** Components whose work ends here. */
  readonly ended: ReadonlySet<string>;
  /** Components whose work is another: what is open of it ends and is offered anew, so that whoever does it agrees again. */
  readonly renewed: ReadonlySet<string>;
  readonly reason: string;
}

/**
 * Ends and renews the tickets of an order that was changed, sets free what waited for them and opens the tickets of lines
 * that have none. Work that was accepted stays. The caller holds the order's lock; give it all components of the order as
 * they are now. Does nothing for an order whose delivery did not begin.
 */
export async function changeTickets(
  tx: Tx,
  order: OrderRow,
  components: readonly OrderComponentRow[],
  { ended, renewed, reason }: WorkChange,
): Promise<TicketRow[]> {
  if (order.state !== "IN_DELIVERY") return [];
  for (const { id, orderComponentId } of await ticketsOf(tx, [order.id])) {
    if (ended.has(orderComponentId) || renewed.has(orderComponentId)) await endTicket(tx, id, reason);
  }
  await releasePlacesOfComponents(tx, [...ended]);
  const toDo = components.filter(({ state, earnedAt }) => state === "ACTIVE" && earnedAt === null);
  await openTickets(tx, order, toDo, await ticketedComponents(tx, order.id));
  const tickets = await ticketsOf(tx, [order.id]);
  for (const next of released(tickets)) await letGoOn(tx, next);
  return tickets;
}

/** Ends one ticket before its acceptance: an open offer is taken back, clocks stop. One that is over is left alone. */
async function endTicket(tx: Tx, ticketId: string, reason: string): Promise<void> {
  const ticket = await lockTicket(tx, ticketId);
  if (!ticket || !ticketTable.allows(ticket.state, "CANCEL")) return;
  const offer = (await attemptsOf(tx, [ticket.id])).find(({ state }) => state === "OFFERED");
  const verbs = { attempt: "WITHDRAW", ticket: "CANCEL" } as const;
  if (offer) await closeOffer(tx, ticket, offer, verbs, { declineReason: reason });
  else await moveTicket(tx, ticket, "CANCEL");
  await tx.cancelTimer(AUTO_ACCEPT, ticket.id);
  await tx.cancelTimer(LAG_OVER, ticket.id);
  tx.record(ticketFacts.cancelled(ticket, reason));
}
