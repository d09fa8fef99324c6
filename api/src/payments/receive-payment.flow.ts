import { found } from "../kernel/refusal.js";
import { lockOrder, type OrderRow } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import { SYSTEM } from "../platform/viewer.js";
import { bookMoney } from "./book-money.step.js";
import { paymentFacts, queuesMoved } from "./facts.js";
import { judgeNotification, movementOf, paymentLife } from "./payment.js";
import {
  addQuarantined,
  movementKnownFor,
  movePayment,
  PAYMENT_EXPIRES,
  type PaymentRow,
  paymentByNo,
} from "./payment.store.js";
import type { Notification } from "./provider.js";

/** What became of a notification. All but UNKNOWN are stored, so the provider may stop telling. */
export type Received = "RECEIVED" | "REPEATED" | "FAILED" | "QUARANTINED" | "UNKNOWN";

/**
 * A channel tells what became of an attempt; its signature was checked before. Success settles the attempt once per
 * movement of money and only for the exact amount, pays the instalment, posts to the ledger and, when the gate
 * instalment is paid, opens the order's tickets, all in one transaction. Never refuses money: what the order can't
 * take is the customer's credit, what does not fit the attempt goes into quarantine.
 */
export async function receivePayment(platform: Platform, notification: Notification): Promise<Received> {
  const received = await platform.work.run(SYSTEM, async (tx): Promise<Received> => {
    const known = await paymentByNo(tx, notification.paymentNo);
    if (known?.provider !== notification.provider) return "UNKNOWN";
    const order = found(await lockOrder(tx, known.orderId));
    // Read again behind the lock: a repeat that came at the same moment has settled it by now.
    const payment = found(await paymentByNo(tx, notification.paymentNo));
    const knownFor = await movementKnownFor(tx, notification);
    const verdict = judgeNotification(payment, notification, knownFor);
    if (verdict === "FAILED") return fail(tx, payment);
    if (verdict === "QUARANTINED") await quarantine(tx, payment, notification, knownFor === null);
    if (verdict === "RECEIVED") await settle(tx, order, payment, notification);
    return verdict;
  });
  if (received === "QUARANTINED" || received === "UNKNOWN") {
    platform.log.error({ ...notification, received }, "A payment notification does not fit; a person must look at it.");
  }
  return received;
}

async function fail(tx: Tx, payment: PaymentRow): Promise<Received> {
  if (!paymentLife.allows(payment.state, "FAIL")) return "REPEATED";
  await movePayment(tx, payment, "FAIL", { settledAt: tx.now });
  tx.record(paymentFacts.failed(payment));
  return "FAILED";
}

/**
 * Keeps what was told where cashiers find it, each movement once: on the attempt, or, when that is decided already, as an
 * attempt of its own. A movement that is known was booked or kept before; at most the attempt it was told for now waits.
 */
async function quarantine(tx: Tx, payment: PaymentRow, told: Notification, isNew: boolean): Promise<void> {
  if (paymentLife.allows(payment.state, "QUARANTINE")) {
    const also = { received: told.amount, settledAt: tx.now, ...(isNew ? { providerTxnId: told.providerTxnId } : {}) };
    await movePayment(tx, payment, "QUARANTINE", also);
  } else if (isNew) await addQuarantined(tx, payment, told);
  else return;
  tx.record(paymentFacts.quarantined(payment, told), queuesMoved);
}

async function settle(tx: Tx, order: OrderRow, payment: PaymentRow, told: Notification): Promise<void> {
  const { amount: received, providerTxnId } = told;
  // A second movement for an attempt that already succeeded is real money too: the attempt stays as it is.
  if (paymentLife.allows(payment.state, "SUCCEED")) {
    await movePayment(tx, payment, "SUCCEED", { received, providerTxnId, settledAt: tx.now });
  }
  await tx.cancelTimer(PAYMENT_EXPIRES, payment.id);
  await bookMoney(tx, { order, payment, received, movement: movementOf(told) });
}
