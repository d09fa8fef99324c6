import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { fallDue, instalmentById } from "./instalment.store.js";

/** The days of an AFTER_DAYS instalment are over: it is due. A repeat does no harm. */
export async function instalmentFallsDue(platform: Platform, instalmentId: string): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    const known = await instalmentById(tx, instalmentId);
    if (!known) return;
    await lockOrder(tx, known.orderId);
    const instalment = await instalmentById(tx, instalmentId);
    if (instalment) await fallDue(tx, instalment);
  });
}
