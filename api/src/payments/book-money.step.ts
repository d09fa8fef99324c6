import { type Fen, ZERO } from "../kernel/money.js";
import { found } from "../kernel/refusal.js";
import { takesMoney } from "../orders/order.js";
import type { OrderRow } from "../orders/order.store.js";
import type { Tx } from "../platform/tx.js";
import { confirmPlaces } from "../suppliers/reservation.store.js";
import { payableAmount } from "./instalment.js";
import { instalmentById } from "./instalment.store.js";
import { openGate } from "./open-gate.step.js";
import { movePayment, type PaymentRow } from "./payment.store.js";
import { isComplete } from "./payment-group.js";
import { groupById, moveGroup, partsOfGroup } from "./payment-group.store.js";
import { takeReceipt } from "./take-receipt.step.js";

export interface Money {
  readonly order: OrderRow;
  readonly payment: PaymentRow;
  readonly received: Fen;
  /** Names the movement of money, so that it is posted once. */
  readonly movement: string;
  /** The supplier that took it at the customer's. */
  readonly takenBy?: string;
  /** Whether it was in the books already, as money that names no order. */
  readonly identified?: boolean;
}

/**
 * Everything that money for an order brings about: the receipt, the days that are kept for good, and, when the instalment
 * that delivery waits for is paid, the tickets. Never refuses money. The caller holds the order's lock.
 */
export async function bookMoney(tx: Tx, money: Money): Promise<void> {
  const { order, payment } = money;
  const instalment = found(await instalmentById(tx, payment.instalmentId));
  const orderTakesMoney = takesMoney(order.state);
  const paid = await takeReceipt(tx, { ...money, instalment, orderTakesMoney });
  if (orderTakesMoney) await confirmPlaces(tx, order.id);
  if (paid && instalment.gate) await openGate(tx, order);
  if (payment.groupId !== null) await takeHeldCredit(tx, order, payment.groupId);
}

/** The last part of a combined payment came: the credit that it holds is taken too, and it is done. */
async function takeHeldCredit(tx: Tx, order: OrderRow, groupId: string): Promise<void> {
  const group = found(await groupById(tx, groupId));
  const parts = await partsOfGroup(tx, groupId);
  if (group.state !== "OPEN" || !isComplete(parts, group.amount)) return;
  await moveGroup(tx, group, "FINISH");
  for (const part of parts.filter(({ state }) => state === "HELD")) {
    const open = payableAmount(found(await instalmentById(tx, part.instalmentId)));
    const received = part.amount < open ? part.amount : open;
    if (received === ZERO) await movePayment(tx, part, "EXPIRE");
    else {
      const payment = await movePayment(tx, part, "SUCCEED", { received, settledAt: tx.now });
      await bookMoney(tx, { order, payment, received, movement: `CREDIT:${payment.id}` });
    }
  }
}
