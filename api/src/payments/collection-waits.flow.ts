import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { paymentFacts, queuesMoved } from "./facts.js";
import { COLLECTION_LAPSE_MS } from "./payment.js";
import { COLLECTION_WAITS, movePayment, paymentById } from "./payment.store.js";

/**
 * A customer has not said yet whether they gave a supplier what it recorded: they are asked again, and after a week staff
 * look into it. Nothing when it was answered or taken back meanwhile.
 */
export async function collectionWaits(platform: Platform, paymentId: string): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    const known = await paymentById(tx, paymentId);
    if (!known) return;
    await lockOrder(tx, known.orderId);
    const payment = await paymentById(tx, paymentId);
    if (payment?.state !== "RECORDED") return;
    const lapsesAt = payment.createdAt + COLLECTION_LAPSE_MS;
    if (tx.now < lapsesAt) {
      tx.record(paymentFacts.collectionReminded(payment));
      return tx.setTimer(COLLECTION_WAITS, payment.id, lapsesAt);
    }
    await movePayment(tx, payment, "LAPSE");
    tx.record(paymentFacts.collectionUnanswered(payment), queuesMoved);
  });
}
