import { found, must } from "../kernel/refusal.js";
import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import type { Customer } from "../platform/viewer.js";
import { bookMoney } from "./book-money.step.js";
import { queuesMoved } from "./facts.js";
import { movePayment, paymentOfCustomer } from "./payment.store.js";

export interface AnswerCollected {
  readonly paymentId: string;
  readonly version: number;
  readonly idempotencyKey: string;
}

/**
 * The customer says that they gave a supplier the money it recorded: only now it is booked, as the supplier's debt to the
 * platform or, for what the supplier sells and collects itself, as a memo. Also after they first denied it. Refuses
 * NOT_FOUND, STALE_VERSION, INVALID_STATE.
 */
export async function confirmCollected(platform: Platform, viewer: Customer, input: AnswerCollected): Promise<void> {
  const { idempotencyKey: key, ...answer } = input;
  await platform.work.once(viewer, { operation: "confirmCollected", key, input: answer }, async (tx) => {
    const known = found(await paymentOfCustomer(tx, input.paymentId, viewer.accountId));
    const order = found(await lockOrder(tx, known.orderId));
    const recorded = found(await paymentOfCustomer(tx, input.paymentId, viewer.accountId));
    must(recorded.version === input.version, "STALE_VERSION");
    must(recorded.tender === "SUPPLIER_COLLECTED", "INVALID_STATE", { thing: "payment" });
    const settled = { received: recorded.amount, settledAt: tx.now, reason: null };
    const payment = await movePayment(tx, recorded, "CONFIRM", settled);
    const takenBy = found(payment.supplierId);
    await bookMoney(tx, { order, payment, received: payment.amount, movement: `COLLECTED:${payment.id}`, takenBy });
    tx.record(queuesMoved);
    return {};
  });
}
