import { workingRoles } from "../fulfilment/actions.js";
import { found, must } from "../kernel/refusal.js";
import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { paymentFacts, queuesMoved } from "./facts.js";
import { movePayment, paymentById } from "./payment.store.js";

/**
 * A supplier takes back that it took money, while the customer has not said so. Refuses NOT_FOUND, STALE_VERSION,
 * INVALID_STATE.
 */
export async function withdrawCollected(
  platform: Platform,
  viewer: Viewer,
  input: { readonly paymentId: string; readonly version: number },
): Promise<void> {
  must(viewer.kind === "supplier" && workingRoles.includes(viewer.role), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const known = found(await paymentById(tx, input.paymentId));
    must(known.supplierId === viewer.supplierId, "NOT_FOUND");
    await lockOrder(tx, known.orderId);
    const payment = found(await paymentById(tx, input.paymentId));
    must(payment.version === input.version, "STALE_VERSION");
    await movePayment(tx, payment, "WITHDRAW");
    tx.record(paymentFacts.collectionWithdrawn(payment), queuesMoved);
  });
}
