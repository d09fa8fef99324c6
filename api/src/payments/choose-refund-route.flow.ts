import { found, must } from "../kernel/refusal.js";
import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { queuesMoved, refundFacts } from "./facts.js";
import { allocationById, moveAllocation, refundById } from "./refund.store.js";
import { catchUpRefund } from "./settle-allocation.step.js";

/**
 * A part of a refund that its channel refused goes by bank instead; the parts that arrived stay as they are. Refuses
 * NOT_FOUND, STALE_VERSION, INVALID_STATE.
 */
export async function chooseRefundRoute(
  platform: Platform,
  viewer: Viewer,
  input: { readonly allocationId: string; readonly version: number },
): Promise<void> {
  must(holds(viewer, "refunds.execute"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const known = found(await allocationById(tx, input.allocationId));
    found(await lockOrder(tx, known.orderId));
    const allocation = found(await allocationById(tx, input.allocationId));
    must(allocation.version === input.version, "STALE_VERSION");
    await moveAllocation(tx, allocation, "HAND_OVER", { route: "BANK" });
    await catchUpRefund(tx, allocation.refundId);
    tx.record(refundFacts.handedOver(found(await refundById(tx, allocation.refundId)), allocation.amount), queuesMoved);
  });
}
