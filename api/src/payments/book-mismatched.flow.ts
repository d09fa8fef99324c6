import type { Fen } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { bookMoney } from "./book-money.step.js";
import { queuesMoved } from "./facts.js";
import { isPosted } from "./ledger.store.js";
import { movementOf } from "./payment.js";
import { movePayment, paymentById } from "./payment.store.js";

export interface BookMismatched {
  readonly paymentId: string;
  readonly version: number;
  /** What the channel's own statement shows, in fen of CNY. */
  readonly receivedAmount: Fen;
  readonly idempotencyKey: string;
}

/**
 * A cashier has cleared with the channel what really came of a payment that did not fit: it pays the instalment as far as
 * that is open, the rest is the customer's credit. Refuses NOT_FOUND, STALE_VERSION (also to the slower of two cashiers),
 * INVALID_STATE (no mismatch, or its money is in the books already), VALIDATION.
 */
export async function bookMismatched(platform: Platform, viewer: Viewer, input: BookMismatched): Promise<void> {
  must(holds(viewer, "payments.confirm"), "FORBIDDEN");
  const { idempotencyKey: key, ...cleared } = input;
  must(input.receivedAmount > 0, "VALIDATION", { field: "receivedAmount" });
  await platform.work.once(viewer, { operation: "bookMismatched", key, input: cleared }, async (tx) => {
    const known = found(await paymentById(tx, input.paymentId));
    const order = found(await lockOrder(tx, known.orderId));
    const suspect = found(await paymentById(tx, input.paymentId));
    must(suspect.version === input.version, "STALE_VERSION");
    const { provider, providerTxnId } = suspect;
    must(provider !== null && providerTxnId !== null, "INVALID_STATE", { thing: "payment" });
    const movement = movementOf({ provider, providerTxnId });
    must(!(await isPosted(tx, movement)), "INVALID_STATE", { thing: "payment" });
    const received = input.receivedAmount;
    const payment = await movePayment(tx, suspect, "BOOK", { received, settledAt: tx.now });
    await bookMoney(tx, { order, payment, received, movement });
    tx.record(queuesMoved);
    return {};
  });
}
