import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { goOverdue, instalmentById } from "./instalment.store.js";

/** The grace of an instalment is over and it was not paid: it is overdue, and still payable. A repeat does no harm. */
export async function instalmentGoesOverdue(platform: Platform, instalmentId: string): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    const known = await instalmentById(tx, instalmentId);
    if (!known) return;
    await lockOrder(tx, known.orderId);
    const instalment = await instalmentById(tx, instalmentId);
    if (instalment) await goOverdue(tx, instalment);
  });
}
