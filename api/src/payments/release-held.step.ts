import { ZERO } from "../kernel/money.js";
import type { OrderComponentRow, OrderRow } from "../orders/order.store.js";
import type { Tx } from "../platform/tx.js";
import { type Funding, NOT_FUNDED, releaseOf } from "./funding.js";
import { post } from "./ledger.store.js";
import { commissionClaimPostings, releasePostings } from "./postings.js";

/**
 * Releases to its supplier what is held for an accepted component, less the commission; what the supplier collected itself
 * is told by a claim of the commission. Does nothing when nothing is held and nothing is claimed.
 */
export async function releaseHeld(
  tx: Tx,
  order: OrderRow,
  component: OrderComponentRow,
  funding: Funding = NOT_FUNDED,
): Promise<void> {
  const { release, fromHeld, claimed } = releaseOf(component, funding);
  const { id: componentId, supplierId } = component;
  const about = { orderId: order.id, componentId, supplierId, customerId: order.customerId };
  const memo = `${order.no} ${component.itemName}`;
  // What was released before names the step: a component whose money comes in parts is released in parts.
  const name = `component:${componentId}`;
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
