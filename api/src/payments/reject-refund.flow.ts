import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import { holdOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { queuesMoved } from "./facts.js";
import { moveRefund, refundById } from "./refund.store.js";

/**
 * Staff turn a refund down, with the reason the customer reads. What an agreed change of the order brought can't be turned
 * down: it is owed. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.
 */
export async function rejectRefund(
  platform: Platform,
  viewer: Viewer,
  input: { readonly refundId: string; readonly version: number; readonly reason: string },
): Promise<void> {
  must(holds(viewer, "refunds.propose") || holds(viewer, "refunds.approve"), "FORBIDDEN");
  const reason = cleanReason(input.reason);
  await platform.work.run(viewer, async (tx) => {
    const known = found(await refundById(tx, input.refundId));
    await holdOrder(tx, known.orderId);
    const refund = found(await refundById(tx, input.refundId));
    must(refund.version === input.version, "STALE_VERSION");
    const isWish = refund.source === "REQUEST" || refund.source === "STAFF";
    must(isWish, "INVALID_STATE", { thing: "refund", state: refund.state });
    await moveRefund(tx, refund, "REJECT", { rejectReason: reason, closedAt: tx.now });
    tx.record(queuesMoved);
  });
}
