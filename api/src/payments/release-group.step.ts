import type { Tx } from "../platform/tx.js";
import { unsettledStates } from "./payment.js";
import { movePayment } from "./payment.store.js";
import { moveGroup, type PaymentGroupRow, partsOfGroup } from "./payment-group.store.js";

/**
 * Gives a combined payment up: the credit it held is free again and parts that nobody paid are closed. What was paid stays
 * paid, a slip stays with the cashier, and money that still comes is taken. The caller holds the order's lock.
 */
export async function releaseGroup(tx: Tx, group: PaymentGroupRow): Promise<void> {
  await moveGroup(tx, group, "RELEASE");
  const waiting = (await partsOfGroup(tx, group.id)).filter(({ state }) => unsettledStates.includes(state));
  for (const part of waiting) await movePayment(tx, part, "EXPIRE");
}
