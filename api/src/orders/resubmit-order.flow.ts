import { cleanText } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import { queuesMoved } from "../payments/facts.js";
import type { Platform } from "../platform/platform.js";
import type { Customer } from "../platform/viewer.js";
import { orderFacts } from "./facts.js";
import { holdOrder, ORDER_EXPIRES, orderOfCustomer, setOrderState } from "./order.store.js";

/**
 * A customer hands in anew what the auditor returned, with what they say to it. Refuses NOT_FOUND, STALE_VERSION,
 * INVALID_STATE.
 */
export async function resubmitOrder(
  platform: Platform,
  viewer: Customer,
  input: { readonly orderId: string; readonly version: number; readonly note?: string | null },
): Promise<void> {
  const note = input.note?.trim() ? cleanText(input.note, "note", 500) : null;
  await platform.work.run(viewer, async (tx) => {
    const { id } = found(await orderOfCustomer(tx, input.orderId, viewer.accountId));
    await holdOrder(tx, id);
    const order = found(await orderOfCustomer(tx, id, viewer.accountId));
    must(order.version === input.version, "STALE_VERSION");
    await tx.cancelTimer(ORDER_EXPIRES, id);
    await setOrderState(tx, order, "RESUBMIT");
    tx.record(orderFacts.resubmitted(order, note ?? ""), queuesMoved);
  });
}
