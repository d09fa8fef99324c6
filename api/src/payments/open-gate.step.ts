import { addSale } from "../catalogue/catalogue.store.js";
import { openTickets } from "../fulfilment/ticket.store.js";
import { type OrderRow, startDelivery } from "../orders/order.store.js";
import type { Tx } from "../platform/tx.js";

/**
 * The money that delivery waits for is there: opens the order's tickets, once, unless it still waits for its contract. The
 * caller holds the order's lock.
 */
export async function openGate(tx: Tx, order: OrderRow): Promise<void> {
  const delivery = await startDelivery(tx, order);
  if (!delivery) return;
  await openTickets(tx, delivery.order, delivery.components);
  if (order.productId) await addSale(tx, order.productId);
}
