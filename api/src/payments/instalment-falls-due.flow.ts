import { mayBePaid } from "../orders/order.js";
import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { fallDue, instalmentById } from "./instalment.store.js";

/**
 * The days of an AFTER_DAYS instalment are over, or the day of an ON_DATE one has come: it is due. Nothing is asked for of
 * an order that waits for its auditor, who makes it due by letting the order pass. A repeat does no harm.
 */
export async function instalmentFallsDue(platform: Platform, instalmentId: string): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    const known = await instalmentById(tx, instalmentId);
    if (!known) return;
    const order = await lockOrder(tx, known.orderId);
    if (!order || !mayBePaid(order.state)) return;
    const instalment = await instalmentById(tx, instalmentId);
    if (instalment) await fallDue(tx, instalment);
  });
}
