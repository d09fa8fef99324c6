import { found, must } from "../kernel/refusal.js";
import { lockOrder, orderOfCustomer } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import type { Customer } from "../platform/viewer.js";
import { groupById } from "./payment-group.store.js";
import { releaseGroup } from "./release-group.step.js";

/**
 * A customer gives up a combined payment of their own: what it held is free, what was paid stays paid. Refuses NOT_FOUND,
 * STALE_VERSION, INVALID_STATE.
 */
export async function cancelCombinedPayment(
  platform: Platform,
  viewer: Customer,
  input: { readonly groupId: string; readonly version: number },
): Promise<void> {
  await platform.work.run(viewer, async (tx) => {
    const known = found(await groupById(tx, input.groupId));
    found(await orderOfCustomer(tx, known.orderId, viewer.accountId));
    await lockOrder(tx, known.orderId);
    const group = found(await groupById(tx, input.groupId));
    must(group.version === input.version, "STALE_VERSION");
    await releaseGroup(tx, group);
  });
}
