import { plus, ZERO } from "../kernel/money.js";
import type { OrderComponentRow, OrderRow } from "../orders/order.store.js";
import type { Tx } from "../platform/tx.js";
import { type Funding, NOT_FUNDED, promotionDue, releaseOf } from "./funding.js";
import { post } from "./ledger.store.js";
import { commissionClaimPostings, releasePostings } from "./postings.js";
import { promotionPostings } from "./postings-moved.js";

/**
 * Releases to its supplier what is held for an accepted component, less the commission; what the supplier collected itself
 * is told by a claim of the commission. What the platform's own coupon took off the price is added first. Does nothing when nothing is held and nothing is claimed.
 */
export async function releaseHeld(
  tx: Tx,
  order: OrderRow,
  component: OrderComponentRow,
  funding: Funding = NOT_FUNDED,
): Promise<void> {
  const { id: componentId, supplierId } = component;
  const about = { orderId: order.id, componentId, supplierId, customerId: order.customerId };
  const memo = `${order.no} ${component.itemName}`;
  // What was released before names the step: a component whose money comes in parts is released in parts.
  const name = `component:${componentId}`;
  const promotion = promotionDue(component, funding);
  if (promotion > ZERO) {
    await post(tx, {
      kind: "PROMOTION_GRANTED",
      memo,
      idempotencyKey: `${name}:promotion:${funding.promoted}`,
      lines: promotionPostings(promotion),
      dims: about,
    });
  }
  const promoted = plus(funding.promoted, promotion);
  const { release, fromHeld, claimed } = releaseOf(component, { ...funding, promoted });
  if (release > ZERO) {
    await post(tx, {
      kind: "HELD_RELEASED",
      memo,
      idempotencyKey: `${name}:released:${funding.released}`,
      lines: releasePostings(release, fromHeld),
      dims: about,
    });
  }
  if (claimed > ZERO) {
    await post(tx, {
      kind: "COMMISSION_CLAIMED",
      memo,
      idempotencyKey: `${name}:commission:${funding.commission}`,
      lines: commissionClaimPostings(claimed),
      dims: about,
    });
  }
}
