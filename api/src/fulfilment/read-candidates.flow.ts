import { groupBy } from "../kernel/group.js";
import { componentsOf } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { withoutRoom } from "../suppliers/reservation.store.js";
import { effectiveServices } from "../suppliers/service.store.js";
import { attemptsOf, demandOf } from "./attempt.store.js";
import { dayStart, type RankedCandidate, rank, roundOfNextOffer, saleOf } from "./dispatch.js";
import { ticketTable } from "./ticket.js";
import { ticketsById } from "./ticket.store.js";

/**
 * Whom a dispatcher may offer each of these tickets to, best first, with the reasons for and against everybody; nobody
 * for a ticket that can't be offered now. Ten statements, however many tickets.
 */
export async function readCandidates(
  platform: Platform,
  ticketIds: readonly string[],
): Promise<Map<string, RankedCandidate[]>> {
  const { read } = platform.database;
  const tickets = await ticketsById(read, ticketIds);
  const open = [...tickets.values()].filter((ticket) => ticketTable.allows(ticket.state, "OFFER"));
  if (open.length === 0) return new Map();
  const now = platform.clock.now();
  const itemIds = [...new Set(open.map((ticket) => ticket.itemId))];
  const able = await effectiveServices(read, itemIds, { at: now });
  const services = groupBy(able, (service) => service.itemId);
  const lines = open.map(({ orderComponentId }) => orderComponentId);
  const full = await withoutRoom(read, lines, able);
  const suppliers = new Set([...services.values()].flat().map((service) => service.supplierId));
  const demand = await demandOf(read, itemIds, [...suppliers], dayStart(now));
  const asked = groupBy(
    await attemptsOf(
      read,
      open.map(({ id }) => id),
    ),
    (attempt) => attempt.ticketId,
  );
  const components = await componentsOf(read, [...new Set(open.map((ticket) => ticket.orderId))]);
  const lineOf = new Map(components.map((component) => [component.id, component]));
  return new Map(
    open.map((ticket) => {
      const { id, itemId, orderComponentId } = ticket;
      const noRoom = full.get(orderComponentId) ?? null;
      const need = { ...ticket, ...saleOf(lineOf.get(orderComponentId)), noRoom, round: roundOfNextOffer(ticket) };
      return [id, rank(need, services.get(itemId) ?? [], demand(itemId), asked.get(id) ?? [], now)];
    }),
  );
}
