import type { Fen } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { bookMoney } from "./book-money.step.js";
import { queuesMoved } from "./facts.js";
import { isPosted } from "./ledger.store.js";
import { cleanBankReference, movementOfTransfer } from "./payment.js";
import { movePayment, paymentById } from "./payment.store.js";

export interface ConfirmBankPayment {
  readonly paymentId: string;
  readonly version: number;
  /** What the bank statement shows. */
  readonly receivedAmount: Fen;
  /** The bank's number of the transfer. */
  readonly bankReference: string;
  readonly idempotencyKey: string;
}

/**
 * A cashier found a transfer on the bank statement. The exact amount pays the instalment, less pays part of it, what is
 * more becomes the customer's credit; a paid gate instalment opens the order's tickets. Each transfer counts once.
 *
 * Refuses NOT_FOUND, STALE_VERSION (also to the slower of two cashiers), SLIP_MISSING, INVALID_STATE, VALIDATION (no
 * amount, or a bank reference that was confirmed before).
 */
export async function confirmBankPayment(platform: Platform, viewer: Viewer, input: ConfirmBankPayment): Promise<void> {
  must(holds(viewer, "payments.confirm"), "FORBIDDEN");
  const { idempotencyKey: key, ...confirmation } = input;
  const bankReference = cleanBankReference(input.bankReference);
  must(input.receivedAmount > 0, "VALIDATION", { field: "receivedAmount" });
  const once = { operation: "confirmBankPayment", key, input: confirmation };
  await platform.work.once(viewer, once, async (tx) => {
    const known = found(await paymentById(tx, input.paymentId));
    const order = found(await lockOrder(tx, known.orderId));
    const payment = found(await paymentById(tx, input.paymentId));
    must(payment.version === input.version, "STALE_VERSION");
    must(payment.tender === "BANK_TRANSFER", "INVALID_STATE", { thing: "payment" });
    must(payment.slipFileId !== null, "SLIP_MISSING");
    const movement = movementOfTransfer(bankReference);
    must(!(await isPosted(tx, movement)), "VALIDATION", { field: "bankReference", used: true });
    const received = input.receivedAmount;
    await movePayment(tx, payment, "CONFIRM", { bankReference, received, settledAt: tx.now });
    await bookMoney(tx, { order, payment, received, movement });
    tx.record(queuesMoved);
    return {};
  });
}
