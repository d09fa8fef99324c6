import { type Fen, fen, minus, ZERO } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import { componentsOf, type OrderRow } from "../orders/order.store.js";
import type { Tx } from "../platform/tx.js";
import { refundFacts } from "./facts.js";
import { orderBalances, post } from "./ledger.store.js";
import { firstVerb } from "./refund.js";
import {
  allocationsOf,
  moveAllocation,
  moveRefund,
  noteGranted,
  type RefundAllocationRow,
  type RefundComponentRow,
  type RefundRow,
  refundComponentsOf,
  sharesOf,
} from "./refund.store.js";
import { compensationLines, type GrantedPart, grantLines, splitGrant } from "./refund-grant.js";
import { type RefundableTender, remainingOf, routesOf } from "./refund-plan.js";
import { grantedParts, refundableTenders } from "./refund-sources.store.js";
import { settleAllocation } from "./settle-allocation.step.js";

/**
 * Approves an agreed refund: from now on it is owed. Posts the grant of each part and the claims on suppliers, and starts
 * each allocation on its route. The caller holds the order's lock. Refuses REFUND_EXCEEDS_PAID when a part of the order or
 * a tender has less left than the refund takes by now.
 */
export async function grantRefund(tx: Tx, order: OrderRow, agreed: RefundRow): Promise<void> {
  const tenders = await stillThere(tx, agreed);
  await postGrants(tx, order, agreed);
  const approved = await moveRefund(tx, agreed, "APPROVE", { approvedAt: tx.now });
  for (const allocation of await allocationsOf(tx, [agreed.id])) await begin(tx, approved, allocation, tenders);
  for (const { supplierId, borne } of await refundComponentsOf(tx, [agreed.id])) {
    if (borne > ZERO) tx.record(refundFacts.borne(approved, supplierId, borne));
  }
}

/** Another refund may have been approved since this one was planned. */
async function stillThere(tx: Tx, refund: RefundRow): Promise<RefundableTender[]> {
  const tenders = await refundableTenders(tx, refund.orderId);
  for (const { paymentId, instalmentId, amount } of await allocationsOf(tx, [refund.id])) {
    if (paymentId === null) continue;
    const tender = tenders.find((each) => each.paymentId === paymentId && each.instalmentId === instalmentId);
    const available = tender ? remainingOf(tender) : ZERO;
    must(amount <= available, "REFUND_EXCEEDS_PAID", { available });
  }
  return tenders;
}

async function postGrants(tx: Tx, order: OrderRow, refund: RefundRow): Promise<void> {
  const components = await componentsOf(tx, [order.id]);
  const parts = await grantedParts(tx, order.id, components);
  // A change of the order has taken the amount out of its parts' prices; a wish lowers what is left of them.
  const freed = refund.source === "AMENDMENT" || refund.source === "CANCELLATION";
  let { advances } = await orderBalances(tx, order.id);
  for (const wish of await refundComponentsOf(tx, [refund.id])) {
    if (wish.amount === ZERO) continue;
    const part = found(parts.get(wish.componentId));
    const taken = await postGrant(tx, order, refund, { wish, part, advances, freed });
    if (part.collectionMode === "OWN_SALE") advances = minus(advances, taken);
  }
  if (refund.compensation > ZERO) {
    await post(tx, {
      kind: "REFUND_GRANTED",
      memo: `${order.no} ${refund.no}`,
      idempotencyKey: `refund:${refund.id}:compensation`,
      lines: compensationLines(refund.compensation),
      dims: { orderId: order.id, customerId: order.customerId, refundId: refund.id },
    });
  }
}

interface Grant {
  readonly wish: RefundComponentRow;
  readonly part: GrantedPart;
  readonly advances: Fen;
  readonly freed: boolean;
}

/** Posts one part and returns what it took of what was not earned. */
async function postGrant(tx: Tx, order: OrderRow, refund: RefundRow, grant: Grant): Promise<Fen> {
  const { wish, part } = grant;
  const taken = splitGrant(wish.amount, part, grant.advances, grant.freed);
  const { lines, claim, borne, claimed } = grantLines(taken, part, sharesOf(refund));
  const { componentId, supplierId } = wish;
  const dims = { orderId: order.id, customerId: order.customerId, refundId: refund.id, componentId, supplierId };
  const memo = `${order.no} ${refund.no}`;
  const key = `refund:${refund.id}:${componentId}`;
  await post(tx, { kind: "REFUND_GRANTED", memo, idempotencyKey: `${key}:granted`, lines, dims });
  if (claim.length > 0) {
    await post(tx, { kind: "REFUND_CLAIMED", memo, idempotencyKey: `${key}:claimed`, lines: claim, dims });
  }
  await noteGranted(tx, wish.id, { ...taken, borne, claimed });
  return fen(taken.unearned);
}

/** Its channel may have closed since the part was planned: then it goes by bank. */
async function begin(
  tx: Tx,
  refund: RefundRow,
  allocation: RefundAllocationRow,
  tenders: readonly RefundableTender[],
): Promise<void> {
  const tender = tenders.find(({ paymentId }) => paymentId === allocation.paymentId);
  const isOpen = !tender || routesOf(tender, tx.now).includes(allocation.route);
  const route = isOpen ? allocation.route : "BANK";
  const verb = firstVerb(route);
  if (verb === "SUCCEED") return settleAllocation(tx, refund.id, allocation, {});
  if (verb === "HAND_OVER") tx.record(refundFacts.handedOver(refund, allocation.amount));
  await moveAllocation(tx, allocation, verb, { route });
}
