import { found, must } from "../kernel/refusal.js";
import { holdOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import type { Customer } from "../platform/viewer.js";
import { queuesMoved } from "./facts.js";
import { moveRefund, refundOfCustomer } from "./refund.store.js";

/**
 * A customer takes their wish back while it is not approved; what a change of the order brought is no wish. Refuses
 * NOT_FOUND, STALE_VERSION, INVALID_STATE.
 */
export async function withdrawRefund(
  platform: Platform,
  viewer: Customer,
  input: { readonly refundId: string; readonly version: number },
): Promise<void> {
  await platform.work.run(viewer, async (tx) => {
    const known = found(await refundOfCustomer(tx, input.refundId, viewer.accountId));
    await holdOrder(tx, known.orderId);
    const refund = found(await refundOfCustomer(tx, input.refundId, viewer.accountId));
    must(refund.version === input.version, "STALE_VERSION");
    must(refund.source === "REQUEST", "INVALID_STATE", { thing: "refund", state: refund.state });
    await moveRefund(tx, refund, "WITHDRAW", { closedAt: tx.now });
    tx.record(queuesMoved);
  });
}
