import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { amendmentById, moveAmendment } from "./amendment.store.js";
import { amendmentFacts } from "./amendment-facts.js";
import { lockOrder } from "./order.store.js";

/** The customer did not answer a change in time. Does nothing when it moved on; a repeat does no harm. */
export async function expireAmendment(platform: Platform, amendmentId: string): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    const known = await amendmentById(tx, amendmentId);
    if (!known) return;
    await lockOrder(tx, known.orderId);
    const amendment = await amendmentById(tx, amendmentId);
    if (amendment?.state !== "WAIT_CUSTOMER") return;
    await moveAmendment(tx, amendment, "EXPIRE", { endedAt: tx.now });
    tx.record(amendmentFacts.expired(amendment));
  });
}
