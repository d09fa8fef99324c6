import { componentsOf } from "../orders/order.store.js";
import { workPausedOf } from "../payments/instalment.store.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import type { Viewer } from "../platform/viewer.js";
import { givePlaceTo, withoutRoom } from "../suppliers/reservation.store.js";
import { effectiveServices } from "../suppliers/service.store.js";
import { lockSupplier } from "../suppliers/supplier.store.js";
import { attemptsOf, demandOf } from "./attempt.store.js";
import { dayStart, nextOffer, rank, saleOf } from "./dispatch.js";
import { ticketFacts } from "./facts.js";
import { makeOffer } from "./offer.store.js";
import { lockTicket, moveTicket, type TicketRow } from "./ticket.store.js";

/**
 * Offers a ticket that is to be dispatched to whom the platform asks next, or hands it to a person when nobody is
 * left. Hearing of the same ticket twice does no harm: whatever is not to be dispatched any more is left alone.
 */
export async function offerNext(platform: Platform, viewer: Viewer, input: { ticketId: string }): Promise<void> {
  await platform.work.run(viewer, async (tx) => {
    const ticket = await lockTicket(tx, input.ticketId);
    if (ticket?.state !== "TO_DISPATCH") return;
    // It is heard of again when the money is there.
    if (await workPausedOf(tx, ticket.orderId)) return;
    let offer = await whomNext(tx, ticket);
    const held = new Set<string>();
    while (offer && !held.has(offer.candidate.supplierId)) {
      const { supplierId } = offer.candidate;
      await lockSupplier(tx, supplierId);
      held.add(supplierId);
      // Asked again behind the lock: who stopped taking orders or took the day's last place elsewhere is no candidate now.
      offer = await whomNext(tx, ticket);
    }
    if (offer) {
      const { strategy } = offer;
      await makeOffer(tx, ticket, offer.candidate, { strategy, windowMs: platform.config.offerWindowMs });
      await givePlaceTo(tx, ticket.orderComponentId, offer.candidate.supplierId);
      return;
    }
    await moveTicket(tx, ticket, "GIVE_UP");
    tx.record(ticketFacts.needsHuman(ticket));
  });
}

async function whomNext(tx: Tx, ticket: TicketRow): Promise<ReturnType<typeof nextOffer>> {
  const components = await componentsOf(tx, [ticket.orderId]);
  const sale = saleOf(components.find((component) => component.id === ticket.orderComponentId));
  const services = await effectiveServices(tx, [ticket.itemId]);
  const suppliers = services.map((service) => service.supplierId);
  const demand = (await demandOf(tx, [ticket.itemId], suppliers, dayStart(tx.now)))(ticket.itemId);
  const asked = await attemptsOf(tx, [ticket.id]);
  const full = await withoutRoom(tx, [ticket.orderComponentId], services);
  const need = { ...ticket, ...sale, noRoom: full.get(ticket.orderComponentId) ?? null };
  return nextOffer(need, rank(need, services, demand, asked, tx.now), asked);
}
