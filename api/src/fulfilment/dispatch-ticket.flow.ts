import { found, must } from "../kernel/refusal.js";
import { componentsOf } from "../orders/order.store.js";
import { workPausedOf } from "../payments/instalment.store.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { givePlaceTo, withoutRoom } from "../suppliers/reservation.store.js";
import { effectiveServices } from "../suppliers/service.store.js";
import { lockSupplier } from "../suppliers/supplier.store.js";
import { attemptsOf, demandOf } from "./attempt.store.js";
import { dayStart, type RankedCandidate, rank, roundOfNextOffer, saleOf } from "./dispatch.js";
import { makeOffer } from "./offer.store.js";
import { seenLast, ticketTable } from "./ticket.js";
import { lockTicket, type TicketRow } from "./ticket.store.js";

export interface DispatchTicket {
  readonly ticketId: string;
  readonly supplierId: string;
  readonly version: number;
  readonly idempotencyKey: string;
}

/**
 * A dispatcher offers the ticket to a supplier of their choice. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, WORK_PAUSED and,
 * naming the first reason, SUPPLIER_NOT_ELIGIBLE. Of two dispatchers at once one wins.
 */
export async function dispatchTicket(
  platform: Platform,
  viewer: Viewer,
  input: DispatchTicket,
): Promise<{ ticketId: string }> {
  must(holds(viewer, "tickets.dispatch"), "FORBIDDEN");
  const once = { operation: "dispatchTicket", key: input.idempotencyKey, input };
  return platform.work.once(viewer, once, async (tx) => {
    const ticket = found(await lockTicket(tx, input.ticketId));
    seenLast(ticket, input.version);
    ticketTable.after(ticket.state, "OFFER"); // refuses before the choice is looked at
    must(!(await workPausedOf(tx, ticket.orderId)), "WORK_PAUSED");
    const seen = await candidate(tx, ticket, input.supplierId);
    await lockSupplier(tx, seen.supplierId);
    // Looked at again behind the lock: another ticket may have taken the day's last place, or the supplier stopped.
    const chosen = await candidate(tx, ticket, input.supplierId);
    await makeOffer(tx, ticket, chosen, { strategy: "BY_HAND", windowMs: platform.config.offerWindowMs });
    await givePlaceTo(tx, ticket.orderComponentId, chosen.supplierId);
    return { ticketId: ticket.id };
  });
}

/** The supplier as a candidate for the ticket now. Refuses SUPPLIER_NOT_ELIGIBLE. */
async function candidate(tx: Tx, ticket: TicketRow, wanted: string): Promise<RankedCandidate> {
  const components = await componentsOf(tx, [ticket.orderId]);
  const sale = saleOf(components.find((component) => component.id === ticket.orderComponentId));
  const services = await effectiveServices(tx, [ticket.itemId]);
  const suppliers = services.map((service) => service.supplierId);
  const demand = (await demandOf(tx, [ticket.itemId], suppliers, dayStart(tx.now)))(ticket.itemId);
  const asked = await attemptsOf(tx, [ticket.id]);
  const full = await withoutRoom(tx, [ticket.orderComponentId], services);
  const need = {
    ...ticket,
    ...sale,
    noRoom: full.get(ticket.orderComponentId) ?? null,
    round: roundOfNextOffer(ticket),
  };
  const ranked = rank(need, services, demand, asked, tx.now).find(({ supplierId }) => supplierId === wanted);
  must(ranked?.eligible, "SUPPLIER_NOT_ELIGIBLE", { field: "supplierId", reason: ranked?.reasons.at(-1) ?? "ITEM" });
  return ranked;
}
