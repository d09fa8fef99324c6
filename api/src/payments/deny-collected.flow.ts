import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import type { Customer } from "../platform/viewer.js";
import { paymentFacts, queuesMoved } from "./facts.js";
import { movePayment, paymentOfCustomer } from "./payment.store.js";

/**
 * The customer says that they did not give a supplier the money it recorded, or not so much: nothing is booked, and staff
 * look into it. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.
 */
export async function denyCollected(
  platform: Platform,
  viewer: Customer,
  input: { readonly paymentId: string; readonly version: number; readonly reason: string },
): Promise<void> {
  const reason = cleanReason(input.reason, 200);
  await platform.work.run(viewer, async (tx) => {
    const known = found(await paymentOfCustomer(tx, input.paymentId, viewer.accountId));
    await lockOrder(tx, known.orderId);
    const payment = found(await paymentOfCustomer(tx, input.paymentId, viewer.accountId));
    must(payment.version === input.version, "STALE_VERSION");
    await movePayment(tx, payment, "DENY", { reason });
    tx.record(paymentFacts.collectionDenied(payment, reason), queuesMoved);
  });
}
