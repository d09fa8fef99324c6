import { found, must } from "../kernel/refusal.js";
import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { bookMoney } from "./book-money.step.js";
import { queuesMoved } from "./facts.js";
import { instalmentById } from "./instalment.store.js";
import { addPayment, movePayment } from "./payment.store.js";
import { moveUnidentified, unidentifiedById } from "./unidentified.store.js";

export interface IdentifyReceipt {
  readonly receiptId: string;
  readonly version: number;
  readonly instalmentId: string;
  readonly idempotencyKey: string;
}

/**
 * A cashier found out what money of before was for: it pays the instalment as far as that is open, the rest is the
 * customer's credit. Returns the payment's id.
 *
 * Refuses NOT_FOUND, STALE_VERSION (also to the slower of two cashiers) and INVALID_STATE (it is on its way back, or ended).
 */
export async function identifyReceipt(platform: Platform, viewer: Viewer, input: IdentifyReceipt): Promise<string> {
  must(holds(viewer, "payments.confirm"), "FORBIDDEN");
  const { idempotencyKey: key, ...wish } = input;
  const { paymentId } = await platform.work.once(
    viewer,
    { operation: "identifyReceipt", key, input: wish },
    async (tx) => {
      const instalment = found(await instalmentById(tx, input.instalmentId));
      const order = found(await lockOrder(tx, instalment.orderId));
      const receipt = found(await unidentifiedById(tx, input.receiptId));
      must(receipt.version === input.version, "STALE_VERSION");
      const { amount, bankReference } = receipt;
      const asked = await addPayment(tx, order, instalment, { tender: "BANK_TRANSFER", amount });
      const settled = { received: amount, bankReference, settledAt: tx.now };
      const payment = await movePayment(tx, asked, "SUCCEED", settled);
      await moveUnidentified(tx, receipt, "IDENTIFY", { orderId: order.id, paymentId: payment.id, endedAt: tx.now });
      await bookMoney(tx, {
        order,
        payment,
        received: amount,
        movement: `UNIDENTIFIED:${receipt.id}`,
        identified: true,
      });
      tx.record(queuesMoved);
      return { paymentId: payment.id };
    },
  );
  return paymentId;
}
