import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { unsettledStates } from "./payment.js";
import { movePayment, paymentById } from "./payment.store.js";

/** Closes a channel's attempt that nobody paid in time. Should its money come later it is still taken. */
export async function expirePayment(platform: Platform, paymentId: string): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    const known = await paymentById(tx, paymentId);
    if (!known || !unsettledStates.includes(known.state)) return;
    await lockOrder(tx, known.orderId);
    const payment = await paymentById(tx, paymentId);
    if (payment && unsettledStates.includes(payment.state)) await movePayment(tx, payment, "EXPIRE");
  });
}
