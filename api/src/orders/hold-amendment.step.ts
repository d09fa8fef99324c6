import { found, must } from "../kernel/refusal.js";
import type { Tx } from "../platform/tx.js";
import { amendmentById, type OrderAmendmentRow } from "./amendment.store.js";
import { isAmendable } from "./order.js";
import { lockOrder, type OrderRow, orderById } from "./order.store.js";

/** An amendment with its order, both as they are behind the order's lock. */
export interface HeldAmendment {
  readonly order: OrderRow;
  readonly amendment: OrderAmendmentRow;
}

/**
 * Takes the order of an amendment for the rest of the transaction. Refuses NOT_FOUND (also for an order of another
 * customer than `customerId`), and STALE_VERSION when the amendment moved since it was looked at.
 */
export async function holdAmendment(
  tx: Tx,
  seen: { readonly amendmentId: string; readonly version: number },
  customerId?: string,
): Promise<HeldAmendment> {
  const known = found(await amendmentById(tx, seen.amendmentId));
  const owner = found(await orderById(tx, known.orderId)).customerId;
  must(customerId === undefined || owner === customerId, "NOT_FOUND");
  const order = found(await lockOrder(tx, known.orderId));
  const amendment = found(await amendmentById(tx, seen.amendmentId));
  must(amendment.version === seen.version, "STALE_VERSION");
  return { order, amendment };
}

/** Refuses to go on with a change of an order that is another by now, or closed. */
export function mustFit({ order, amendment }: HeldAmendment): void {
  must(isAmendable(order.state), "INVALID_STATE", { thing: "order", state: order.state });
  must(amendment.baseRevision === order.revision, "STALE_VERSION");
}
