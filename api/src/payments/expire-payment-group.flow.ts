import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { paymentFacts } from "./facts.js";
import { SLIP_GRACE_MS } from "./payment.js";
import { groupById, PAYMENT_GROUP_EXPIRES, partsOfGroup } from "./payment-group.store.js";
import { releaseGroup } from "./release-group.step.js";

/**
 * Gives a combined payment up that did not come together in time and tells its customer; while a slip waits for the
 * cashier it waits too.
 */
export async function expirePaymentGroup(platform: Platform, groupId: string): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    const known = await groupById(tx, groupId);
    if (known?.state !== "OPEN") return;
    await lockOrder(tx, known.orderId);
    const group = await groupById(tx, groupId);
    if (group?.state !== "OPEN") return;
    const parts = await partsOfGroup(tx, groupId);
    if (parts.some(({ state }) => state === "SLIP_UPLOADED")) {
      await tx.setTimer(PAYMENT_GROUP_EXPIRES, groupId, tx.now + SLIP_GRACE_MS);
      return;
    }
    await releaseGroup(tx, group);
    tx.record(...parts.slice(0, 1).map((part) => paymentFacts.groupReleased(part, group)));
  });
}
