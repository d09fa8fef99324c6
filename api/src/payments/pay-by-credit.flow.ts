import { holdAccount } from "../identity/identity.store.js";
import type { Fen } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import { lockOrder, orderOfCustomer } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import type { Customer } from "../platform/viewer.js";
import { bookMoney } from "./book-money.step.js";
import { payableAmount } from "./instalment.js";
import { instalmentById } from "./instalment.store.js";
import { mustBePayable } from "./must-be-payable.step.js";
import { addPayment, movePayment } from "./payment.store.js";
import { freeCreditOf } from "./payment-group.store.js";

export interface PayByCredit {
  readonly instalmentId: string;
  readonly amount: Fen;
  readonly idempotencyKey: string;
}

/**
 * A customer uses credit for an instalment of an order of their own. Returns the payment's id. Refuses NOT_FOUND,
 * NOTHING_DUE, NOT_DUE_YET, CREDIT_TOO_LOW (also to the second of two at once), and VALIDATION for no amount or more than is open.
 */
export async function payByCredit(platform: Platform, viewer: Customer, input: PayByCredit): Promise<string> {
  const { idempotencyKey: key, ...wish } = input;
  const { paymentId } = await platform.work.once(viewer, { operation: "payByCredit", key, input: wish }, async (tx) => {
    const known = found(await instalmentById(tx, input.instalmentId));
    found(await orderOfCustomer(tx, known.orderId, viewer.accountId));
    const order = found(await lockOrder(tx, known.orderId));
    // The credit is the customer's over all orders: of two uses at once the second sees the first.
    await holdAccount(tx, viewer.accountId);
    const instalment = found(await instalmentById(tx, input.instalmentId));
    await mustBePayable(tx, order, instalment);
    const max = payableAmount(instalment);
    must(input.amount > 0 && input.amount <= max, "VALIDATION", { field: "amount", max });
    const credit = await freeCreditOf(tx, viewer.accountId);
    must(input.amount <= credit, "CREDIT_TOO_LOW", { field: "amount", max: credit });
    const begun = await addPayment(tx, order, instalment, { tender: "CREDIT", amount: input.amount });
    const payment = await movePayment(tx, begun, "SUCCEED", { received: input.amount, settledAt: tx.now });
    await bookMoney(tx, { order, payment, received: input.amount, movement: `CREDIT:${payment.id}` });
    return { paymentId: payment.id };
  });
  return paymentId;
}
