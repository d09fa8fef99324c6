import type { Fen } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { bookMoney } from "./book-money.step.js";
import { instalmentById } from "./instalment.store.js";
import { isPosted } from "./ledger.store.js";
import { cleanBankReference, movementOfCash } from "./payment.js";
import { addPayment, movePayment } from "./payment.store.js";

export interface RecordCash {
  readonly instalmentId: string;
  readonly amount: Fen;
  /** Number of the receipt that the payer was given; each counts once. */
  readonly receiptNo: string;
  readonly idempotencyKey: string;
}

/**
 * A cashier took cash at the counter. Less than is open pays a part, more becomes the customer's credit. Returns the
 * payment's id. Refuses NOT_FOUND, and VALIDATION for no amount or a receipt number that was used before.
 */
export async function recordCash(platform: Platform, viewer: Viewer, input: RecordCash): Promise<string> {
  must(holds(viewer, "payments.confirm"), "FORBIDDEN");
  const { idempotencyKey: key, ...cash } = input;
  const receiptNo = cleanBankReference(input.receiptNo, "receiptNo");
  must(input.amount > 0, "VALIDATION", { field: "amount" });
  const { paymentId } = await platform.work.once(viewer, { operation: "recordCash", key, input: cash }, async (tx) => {
    const known = found(await instalmentById(tx, input.instalmentId));
    const order = found(await lockOrder(tx, known.orderId));
    const movement = movementOfCash(receiptNo);
    must(!(await isPosted(tx, movement)), "VALIDATION", { field: "receiptNo", used: true });
    const asked = await addPayment(tx, order, known, { tender: "CASH", amount: input.amount });
    const settled = { received: input.amount, bankReference: movement, settledAt: tx.now };
    const payment = await movePayment(tx, asked, "SUCCEED", settled);
    await bookMoney(tx, { order, payment, received: input.amount, movement });
    return { paymentId: payment.id };
  });
  return paymentId;
}
