import { principalOf } from "../catalogue/collection.js";
import { type Fen, minus, ZERO } from "../kernel/money.js";
import { noteEarned, type OrderComponentRow, type OrderRow } from "../orders/order.store.js";
import type { Tx } from "../platform/tx.js";
import { ownPrice } from "./funding.js";
import { fundingOfOrder } from "./funding.store.js";
import { orderBalances, post } from "./ledger.store.js";
import { costPostings, earnedPostings } from "./postings.js";
import { grantedOf } from "./refund.store.js";
import { releaseHeld } from "./release-held.step.js";

export interface Earning {
  /** What its supplier gets for it when the platform sells it. */
  readonly cost: Fen;
  /** Who did the work. */
  readonly supplierId: string;
  /** Names the work, such as `ticket:<id>`; it is earned once. */
  readonly key: string;
  readonly memo: string;
}

/**
 * A component's work is accepted. What the platform sells is earned and its supplier's pay is owed (TP2a, TP2b); what the
 * supplier sells is released to it less the commission (TA2), or, where it collects itself, the commission is claimed (TS2).
 * What is passed on to an office is nobody's revenue. The caller holds the order's lock.
 */
export async function earnComponent(
  tx: Tx,
  order: OrderRow,
  component: OrderComponentRow,
  { cost, supplierId, key, memo }: Earning,
): Promise<void> {
  const accepted = await noteEarned(tx, component);
  if (principalOf(component.collectionMode) === "SUPPLIER") {
    const funding = await fundingOfOrder(tx, order.id);
    await releaseHeld(tx, order, accepted, funding.get(component.id));
    return;
  }
  const dims = { orderId: order.id, componentId: component.id, supplierId, customerId: order.customerId };
  const { advances } = await orderBalances(tx, order.id);
  // What was given back before it was earned never is.
  const givenBack = (await grantedOf(tx, order.id)).get(component.id)?.unearned ?? ZERO;
  const earned = earnedPostings(minus(ownPrice(component), givenBack), advances);
  const costs = costPostings(cost);
  if (earned.length > ZERO) {
    await post(tx, { kind: "REVENUE_EARNED", memo, idempotencyKey: `${key}:earned`, lines: earned, dims });
  }
  if (costs.length > ZERO) {
    await post(tx, { kind: "COST_INCURRED", memo, idempotencyKey: `${key}:cost`, lines: costs, dims });
  }
}
