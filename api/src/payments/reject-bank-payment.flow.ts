import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { paymentFacts, queuesMoved } from "./facts.js";
import { movePayment, paymentById } from "./payment.store.js";

/**
 * A cashier can't find the transfer, or the slip is not readable: the customer reads why and may upload another one.
 * Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.
 */
export async function rejectBankPayment(
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
    await movePayment(tx, payment, "REJECT", { reason });
    tx.record(paymentFacts.rejected(payment, reason), queuesMoved);
  });
}
