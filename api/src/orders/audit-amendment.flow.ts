import { cleanReason } from "../identity/account.js";
import { must } from "../kernel/refusal.js";
import { queuesMoved } from "../payments/facts.js";
import type { Platform } from "../platform/platform.js";
import { policyOn } from "../platform/policies.js";
import { actorOf, holds, type Viewer } from "../platform/viewer.js";
import { mustBeOther } from "../platform/writers.js";
import { moveAmendment } from "./amendment.store.js";
import { amendmentFacts } from "./amendment-facts.js";
import { applyAmendment } from "./apply-amendment.step.js";
import { holdAmendment } from "./hold-amendment.step.js";

export interface AuditAmendment {
  readonly amendmentId: string;
  readonly version: number;
  readonly approve: boolean;
  /** Why not; asked for when it is rejected. */
  readonly reason?: string | null;
  readonly idempotencyKey: string;
}

/**
 * A person who had no hand in it lets a change pass, and it is applied in the same transaction, whole or not at all; or
 * rejects it with a reason. Refuses NOT_FOUND, STALE_VERSION (also against another revision of the order), INVALID_STATE,
 * FOUR_EYES, REASON_REQUIRED, INVOICE_NEEDS_RED_LETTER while what would go back stands invoiced.
 */
export async function auditAmendment(platform: Platform, viewer: Viewer, audit: AuditAmendment): Promise<void> {
  must(holds(viewer, "orders.audit"), "FORBIDDEN");
  const { idempotencyKey: key, ...input } = audit;
  await platform.work.once(viewer, { operation: "auditAmendment", key, input }, async (tx) => {
    const { order, amendment } = await holdAmendment(tx, input);
    must(amendment.state === "WAIT_AUDIT", "INVALID_STATE", { thing: "amendment", state: amendment.state });
    if (await policyOn(tx, "orders.four-eyes")) await mustBeOther(tx, amendment.id, viewer);
    tx.record(queuesMoved);
    if (input.approve) {
      await applyAmendment(tx, order, { ...amendment, auditorId: actorOf(viewer) });
      return {};
    }
    const endReason = cleanReason(input.reason ?? "");
    const ended = { auditorId: actorOf(viewer), endedAt: tx.now, endReason };
    await moveAmendment(tx, amendment, "REJECT", ended);
    tx.record(amendmentFacts.rejected(amendment, endReason));
    return {};
  });
}
