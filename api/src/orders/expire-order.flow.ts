import { ZERO } from "../kernel/money.js";
import { orderMoney } from "../payments/instalment.js";
import { instalmentsOf, voidInstalments } from "../payments/instalment.store.js";
import { SLIP_GRACE_MS } from "../payments/payment.js";
import { expireUnsettled, slipsWaiting } from "../payments/payment.store.js";
import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { releaseCoupon } from "../pricing/coupon.store.js";
import { releasePlaces } from "../suppliers/reservation.store.js";
import { orderLife } from "./order.js";
import { lockOrder, ORDER_EXPIRES, setOrderState } from "./order.store.js";

/**
 * Closes an order that nothing was paid for in time. While a transfer slip waits for the cashier it looks again later,
 * since the customer did their part. Does nothing when the order moved on; a repeat does no harm.
 */
export async function expireOrder(platform: Platform, orderId: string): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (!order || !orderLife.allows(order.state, "EXPIRE")) return;
    if (orderMoney(await instalmentsOf(tx, [order.id])).paid > ZERO) return;
    if ((await slipsWaiting(tx, [order.id])).has(order.id)) {
      await tx.setTimer(ORDER_EXPIRES, order.id, tx.now + SLIP_GRACE_MS);
      return;
    }
    await setOrderState(tx, order, "EXPIRE");
    await voidInstalments(tx, order.id);
    await releaseCoupon(tx, order.id);
    await releasePlaces(tx, order.id);
    await expireUnsettled(tx, { orderId: order.id });
  });
}
