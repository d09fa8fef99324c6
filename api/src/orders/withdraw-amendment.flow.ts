import { must } from "../kernel/refusal.js";
import { queuesMoved } from "../payments/facts.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { moveAmendment } from "./amendment.store.js";
import { amendmentFacts } from "./amendment-facts.js";
import { holdAmendment } from "./hold-amendment.step.js";

/** Staff take a change back before it is applied. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE. */
export async function withdrawAmendment(
  platform: Platform,
  viewer: Viewer,
  input: { readonly amendmentId: string; readonly version: number },
): Promise<void> {
  must(holds(viewer, "orders.edit"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const { amendment } = await holdAmendment(tx, input);
    await moveAmendment(tx, amendment, "WITHDRAW", { endedAt: tx.now });
    // Whoever was asked is told that nobody asks any more; a draft nobody has seen is nobody's affair.
    if (amendment.state !== "DRAFT") tx.record(amendmentFacts.withdrawn(amendment), queuesMoved);
  });
}
