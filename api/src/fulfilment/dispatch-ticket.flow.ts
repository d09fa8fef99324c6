import { found, must } from "../kernel/refusal.js";
import { componentsOf } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { effectiveServices } from "../suppliers/service.store.js";
import { lockSupplier } from "../suppliers/supplier.store.js";
import { attemptsOf, demandOf } from "./attempt.store.js";
import { dayStart, rank, roundOfNextOffer } from "./dispatch.js";
import { makeOffer } from "./offer.store.js";
import { seenLast, ticketTable } from "./ticket.js";
import { lockTicket } from "./ticket.store.js";

export interface DispatchTicket {
  readonly ticketId: string;
  readonly supplierId: string;
  readonly version: number;
  readonly idempotencyKey: string;
}

/**
 * A dispatcher offers the ticket to a supplier of their choice. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE and,
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
    const components = await componentsOf(tx, [ticket.orderId]);
    const price = components.find((component) => component.id === ticket.orderComponentId)?.saleAmount ?? 0;
    const services = await effectiveServices(tx, [ticket.itemId]);
    const suppliers = services.map((service) => service.supplierId);
    const demand = (await demandOf(tx, [ticket.itemId], suppliers, dayStart(tx.now)))(ticket.itemId);
    const asked = await attemptsOf(tx, [ticket.id]);
    const need = { ...ticket, price, round: roundOfNextOffer(ticket) };
    const chosen = rank(need, services, demand, asked, tx.now).find(
      ({ supplierId }) => supplierId === input.supplierId,
    );
    must(chosen?.eligible, "SUPPLIER_NOT_ELIGIBLE", { field: "supplierId", reason: chosen?.reasons.at(-1) ?? "ITEM" });
    const supplier = await lockSupplier(tx, chosen.supplierId);
    must(supplier?.state === "ACTIVE", "SUPPLIER_NOT_ELIGIBLE", { field: "supplierId", reason: "PAUSED" });
    await makeOffer(tx, ticket, chosen, { strategy: "BY_HAND", windowMs: platform.config.offerWindowMs });
    return { ticketId: ticket.id };
  });
}
