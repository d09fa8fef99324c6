import { found, must } from "../kernel/refusal.js";
import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import type { Customer } from "../platform/viewer.js";
import { paymentFacts, queuesMoved } from "./facts.js";
import { movePayment, paymentOfCustomer } from "./payment.store.js";

/**
 * A customer shows the slip of their bank transfer; from then on a cashier has it in the queue. After a rejection, or
 * while it waits, another slip may follow. Refuses NOT_FOUND (payment or file), STALE_VERSION, INVALID_STATE.
 */
export async function uploadSlip(
  platform: Platform,
  viewer: Customer,
  input: { readonly paymentId: string; readonly fileId: string; readonly version: number },
): Promise<void> {
  await platform.work.run(viewer, async (tx) => {
    const known = found(await paymentOfCustomer(tx, input.paymentId, viewer.accountId));
    await lockOrder(tx, known.orderId);
    const payment = found(await paymentOfCustomer(tx, input.paymentId, viewer.accountId));
    must(payment.version === input.version, "STALE_VERSION");
    must(payment.tender === "BANK_TRANSFER", "INVALID_STATE", { thing: "payment" });
    await platform.files.mine(tx, [input.fileId], viewer.accountId, "SLIP");
    await movePayment(tx, payment, "UPLOAD_SLIP", { slipFileId: input.fileId, reason: null });
    tx.record(paymentFacts.slipUploaded(payment), queuesMoved);
  });
}
