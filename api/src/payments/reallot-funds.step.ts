import { principalOf } from "../catalogue/collection.js";
import { type Fen, minus, plus, ZERO } from "../kernel/money.js";
import { componentsOf, type OrderComponentRow, type OrderRow } from "../orders/order.store.js";
import type { Tx } from "../platform/tx.js";
import { type Funding, isPlain } from "./funding.js";
import { fundingOfOrder } from "./funding.store.js";
import { orderBalances, post } from "./ledger.store.js";
import type { PostingLine } from "./postings.js";
import {
  collectedBeyond,
  collectedPostings,
  type PocketComponent,
  pocketsOf,
  type Reallotment,
  reallot,
  reallotPostings,
  withCollected,
} from "./reallot.js";
import { type GrantedSoFar, grantedOf } from "./refund.store.js";
import { releaseAccepted } from "./take-receipt.step.js";

export interface Repriced {
  /** The order at its new prices. */
  readonly order: OrderRow;
  /** Names the change, so that the money is moved once. */
  readonly change: string;
  /** What goes back to the customer, and what of the advances is lost beside it. */
  readonly refund: Fen;
  readonly forfeit: Fen;
}

/**
 * After a change of prices no part of an order keeps money of another: what parts have too much goes back as far as
 * something goes back, the rest moves to the parts that want it. Returns from which parts it goes back; null for an order
 * that is all the platform's own sale, whose money is one. The caller holds the order's lock.
 */
export async function reallotFunds(tx: Tx, repriced: Repriced): Promise<Omit<Reallotment, "leaves"> | null> {
  const { order, change, refund, forfeit } = repriced;
  const components = await componentsOf(tx, [order.id]);
  if (isPlain(components)) return null;
  const granted = await grantedOf(tx, order.id);
  const { advances, receivable } = await orderBalances(tx, order.id);
  const parts = components.map((part) => ({ ...part, ...returnedOf(part, granted.get(part.id)) }));
  const funding = await oweCollected(tx, repriced, parts);
  const own = { advances: minus(advances, forfeit), receivable };
  const result = reallot(pocketsOf(parts, funding, own), refund);
  if (plus(...result.leaves.map(({ amount }) => amount)) === ZERO) return result;
  await move(tx, order, `funds:${change}`, reallotPostings(result, receivable));
  await releaseAccepted(tx, order, components, result.reaches);
  return result;
}

/** What a supplier collected itself of a part that costs less by now it owes: from there on it is held like other money. */
async function oweCollected(
  tx: Tx,
  { order, change }: Repriced,
  parts: readonly PocketComponent[],
): Promise<ReadonlyMap<string, Funding>> {
  const funding = await fundingOfOrder(tx, order.id);
  const collected = collectedBeyond(parts, funding);
  if (collected.length === 0) return funding;
  await move(tx, order, `funds:${change}:collected`, collectedPostings(collected));
  return withCollected(funding, collected);
}

async function move(tx: Tx, order: OrderRow, idempotencyKey: string, lines: readonly PostingLine[]): Promise<void> {
  const memo = `${order.no} ${order.productTitle}`.slice(0, 200);
  const dims = { orderId: order.id, customerId: order.customerId };
  await post(tx, { kind: "FUNDS_MOVED", memo, idempotencyKey, lines, dims });
}

/** Of the platform's own parts what was not earned went back, of others what was held. */
function returnedOf({ collectionMode }: OrderComponentRow, granted: GrantedSoFar | undefined) {
  if (!granted) return { returned: ZERO, feeReturned: ZERO };
  const returned = principalOf(collectionMode) === "PLATFORM" ? granted.unearned : granted.fromHeld;
  return { returned, feeReturned: granted.fee };
}
