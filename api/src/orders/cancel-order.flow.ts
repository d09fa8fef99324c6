import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import { orderMoney } from "../payments/instalment.js";
import { instalmentsOf, voidInstalments } from "../payments/instalment.store.js";
import { expireUnsettled } from "../payments/payment.store.js";
import type { Platform } from "../platform/platform.js";
import type { Customer } from "../platform/viewer.js";
import { releaseCoupon } from "../pricing/coupon.store.js";
import { releasePlaces } from "../suppliers/reservation.store.js";
import { mayCancel } from "./next-step.js";
import { ORDER_EXPIRES, orderOfCustomer, setOrderState } from "./order.store.js";

/**
 * A customer walks away while nothing is paid. When money arrives at the same moment one of the two wins: either this
 * refuses, or the money becomes the customer's credit. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE,
 * REASON_REQUIRED.
 */
export async function cancelOrder(
  platform: Platform,
  viewer: Customer,
  input: { readonly orderId: string; readonly version: number; readonly reason: string },
): Promise<void> {
  const reason = cleanReason(input.reason, 200);
  await platform.work.run(viewer, async (tx) => {
    const order = found(await orderOfCustomer(tx, input.orderId, viewer.accountId));
    must(order.version === input.version, "STALE_VERSION");
    const { paid } = orderMoney(await instalmentsOf(tx, [order.id]));
    must(mayCancel(order.state, paid), "INVALID_STATE", { thing: "order", state: order.state });
    // Guarded by the version that was read with the money: a payment in between makes this refuse.
    await setOrderState(tx, order, "CANCEL", reason);
    await voidInstalments(tx, order.id);
    await releaseCoupon(tx, order.id);
    await releasePlaces(tx, order.id);
    await expireUnsettled(tx, { orderId: order.id });
    await tx.cancelTimer(ORDER_EXPIRES, order.id);
  });
}
