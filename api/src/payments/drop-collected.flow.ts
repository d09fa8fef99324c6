import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { paymentFacts, queuesMoved } from "./facts.js";
import { movePayment, paymentById } from "./payment.store.js";

/**
 * Staff looked into what a supplier says it took and its customer denies, or says nothing about: nothing came. That it did
 * come is the customer's word alone. Refuses NOT_FOUND, STALE_VERSION, REASON_REQUIRED, and INVALID_STATE for what nobody
 * denied and still has time.
 */
export async function dropCollected(
  platform: Platform,
  viewer: Viewer,
  input: { readonly paymentId: string; readonly version: number; readonly reason: string },
): Promise<void> {
  must(holds(viewer, "payments.confirm"), "FORBIDDEN");
  const reason = cleanReason(input.reason, 200);
  await platform.work.run(viewer, async (tx) => {
    const known = found(await paymentById(tx, input.paymentId));
    await lockOrder(tx, known.orderId);
    const payment = found(await paymentById(tx, input.paymentId));
    must(payment.version === input.version, "STALE_VERSION");
    must(payment.state === "DENIED" || payment.state === "UNANSWERED", "INVALID_STATE", {
      thing: "payment",
      state: payment.state,
    });
    await movePayment(tx, payment, "WITHDRAW", { reason });
    tx.record(paymentFacts.collectionWithdrawn(payment), queuesMoved);
  });
}
