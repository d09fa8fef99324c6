import { fen } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import { componentsOf, lockOrder, type OrderRow, setOrderState } from "../orders/order.store.js";
import { earnComponent } from "../payments/earn-component.step.js";
import { fireTrigger } from "../payments/instalment.store.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import type { Viewer } from "../platform/viewer.js";
import { addCompleted } from "../suppliers/supplier.store.js";
import { ticketFacts } from "./facts.js";
import { AUTO_ACCEPT, allDone, released, seenLast } from "./ticket.js";
import { letGoOn, lockTicket, moveTicket, type TicketRow, ticketById, ticketsOf } from "./ticket.store.js";

export interface AcceptWork {
  readonly ticketId: string;
  readonly version: number;
  readonly idempotencyKey: string;
}

/**
 * The customer signs approved work off; after seven days without an answer the platform does it (viewer: system). The
 * component's price is earned, its supplier's pay is owed, what waited for it is set free, and with the last ticket the
 * order is complete and its instalments "on acceptance" fall due: all at once or not at all. Refuses NOT_FOUND,
 * STALE_VERSION and INVALID_STATE; for the platform's own turn work that is not to be accepted any more is left alone.
 */
export async function acceptWork(
  platform: Platform,
  viewer: Viewer,
  input: AcceptWork | { readonly ticketId: string },
): Promise<{ orderId: string } | null> {
  if (viewer.kind === "system") {
    return platform.work.run(viewer, async (tx) => {
      const { order, ticket } = await lockBoth(tx, input.ticketId);
      return ticket.state === "PLATFORM_APPROVED" ? signOff(tx, order, ticket, "TIMER") : null;
    });
  }
  must(viewer.kind === "customer" && "version" in input, "FORBIDDEN");
  const once = { operation: "acceptWork", key: input.idempotencyKey, input };
  return platform.work.once(viewer, once, async (tx) => {
    const { order, ticket } = await lockBoth(tx, input.ticketId);
    must(order.customerId === viewer.accountId, "NOT_FOUND");
    seenLast(ticket, input.version);
    return signOff(tx, order, ticket, "CUSTOMER");
  });
}

/** The order first: of two last tickets accepted at once, the second then sees the first and completes the order. */
async function lockBoth(tx: Tx, ticketId: string): Promise<{ order: OrderRow; ticket: TicketRow }> {
  const { orderId } = found(await ticketById(tx, ticketId));
  const order = found(await lockOrder(tx, orderId));
  return { order, ticket: found(await lockTicket(tx, ticketId)) };
}

async function signOff(
  tx: Tx,
  order: OrderRow,
  ticket: TicketRow,
  by: "CUSTOMER" | "TIMER",
): Promise<{ orderId: string }> {
  const accepted = await moveTicket(tx, ticket, "ACCEPT", { acceptedAt: tx.now });
  await tx.cancelTimer(AUTO_ACCEPT, ticket.id);
  tx.record(ticketFacts.accepted(ticket, by));
  await postMoney(tx, order, accepted);
  await addCompleted(tx, found(accepted.supplierId));
  const tickets = await ticketsOf(tx, [order.id]);
  for (const next of released(tickets)) await letGoOn(tx, next);
  if (allDone(tickets)) {
    await setOrderState(tx, order, "COMPLETE");
    await fireTrigger(tx, order.id, "ON_ACCEPTANCE");
  }
  return { orderId: order.id };
}

/** What the customer pays for this component is earned or released, and what its supplier gets is owed: once per ticket. */
async function postMoney(tx: Tx, order: OrderRow, ticket: TicketRow): Promise<void> {
  const components = await componentsOf(tx, [order.id]);
  const component = found(components.find(({ id }) => id === ticket.orderComponentId));
  await earnComponent(tx, order, component, {
    cost: fen(ticket.pay ?? 0),
    supplierId: found(ticket.supplierId),
    key: `ticket:${ticket.id}`,
    memo: `${order.no} ${ticket.itemName} ${ticket.no}`,
  });
}
