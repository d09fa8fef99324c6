import { found, must } from "../kernel/refusal.js";
import { holdOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import type { Customer } from "../platform/viewer.js";
import { queuesMoved } from "./facts.js";
import { moveRefund, refundOfCustomer } from "./refund.store.js";

/** A customer agrees to a refund that is not what they asked for. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE. */
export async function agreeRefund(
  platform: Platform,
  viewer: Customer,
  input: { readonly refundId: string; readonly version: number },
): Promise<void> {
  await platform.work.run(viewer, async (tx) => {
    const known = found(await refundOfCustomer(tx, input.refundId, viewer.accountId));
    await holdOrder(tx, known.orderId);
    const refund = found(await refundOfCustomer(tx, input.refundId, viewer.accountId));
    must(refund.version === input.version, "STALE_VERSION");
    await moveRefund(tx, refund, "AGREE");
    tx.record(queuesMoved);
  });
}
