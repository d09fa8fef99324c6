import type { Fen } from "../kernel/money.js";
import { componentsOf, type OrderRow } from "../orders/order.store.js";
import type { Tx } from "../platform/tx.js";
import { confirmPlaces } from "../suppliers/reservation.store.js";
import { paymentFacts } from "./facts.js";
import { gateIsPaid, openAmount } from "./instalment.js";
import { type InstalmentRow, instalmentsOf, waiveInstalment } from "./instalment.store.js";
import { orderBalances, post } from "./ledger.store.js";
import { openGate } from "./open-gate.step.js";
import { expireUnsettled } from "./payment.store.js";
import { waivedPostings } from "./postings.js";
import { partsOf, releaseAccepted } from "./take-receipt.step.js";

/**
 * Does without part of an instalment: posts it as the platform's promotion, settles the instalment when nothing is left of
 * it, and begins delivery where that was all the gate waited for. The caller holds the order's lock.
 */
export async function applyWaiver(
  tx: Tx,
  order: OrderRow,
  instalment: InstalmentRow,
  { amount, reason }: { readonly amount: Fen; readonly reason: string },
): Promise<void> {
  const components = await componentsOf(tx, [order.id]);
  const parts = await partsOf(tx, order, components, amount, null);
  const { receivable } = await orderBalances(tx, order.id);
  await waiveInstalment(tx, instalment, amount);
  await post(tx, {
    kind: "WAIVED",
    memo: `${order.no} ${instalment.name} ${reason}`.slice(0, 200),
    // What was waived before names the step: an instalment may be waived in parts.
    idempotencyKey: `instalment:${instalment.id}:waived:${instalment.waived}`,
    lines: waivedPostings(parts, receivable),
    dims: { orderId: order.id, instalmentId: instalment.id, customerId: order.customerId },
  });
  await releaseAccepted(tx, order, components, parts);
  tx.record(paymentFacts.instalmentWaived({ ...instalment, amount }));
  await expireUnsettled(tx, { instalmentId: instalment.id });
  if (!instalment.gate || amount !== openAmount(instalment)) return;
  await confirmPlaces(tx, order.id);
  if (gateIsPaid(await instalmentsOf(tx, [order.id]))) await openGate(tx, order);
}
