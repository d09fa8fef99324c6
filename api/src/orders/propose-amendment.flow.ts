import { must } from "../kernel/refusal.js";
import { queuesMoved } from "../payments/facts.js";
import type { Platform } from "../platform/platform.js";
import { fingerprint } from "../platform/signing.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { noteWriter } from "../platform/writers.js";
import { ANSWER_WITHIN_MS } from "./amendment.js";
import { AMENDMENT_EXPIRES, moveAmendment, type OrderAmendmentRow } from "./amendment.store.js";
import { amendmentFacts } from "./amendment-facts.js";
import { holdAmendment, mustFit } from "./hold-amendment.step.js";

/**
 * A draft goes to whoever has a say: to the customer when something gets worse for them, else to the auditor at once.
 * Refuses NOT_FOUND, STALE_VERSION (also against another revision of the order), INVALID_STATE.
 */
export async function proposeAmendment(
  platform: Platform,
  viewer: Viewer,
  input: { readonly amendmentId: string; readonly version: number },
): Promise<void> {
  must(holds(viewer, "orders.edit"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const held = await holdAmendment(tx, input);
    mustFit(held);
    const { amendment } = held;
    await noteWriter(tx, amendment.id);
    const set = { submittedAt: tx.now, hash: fingerprint(agreementOf(amendment)) };
    if (amendment.consent.length > 0) {
      const expiresAt = tx.now + ANSWER_WITHIN_MS;
      await moveAmendment(tx, amendment, "PROPOSE", { ...set, expiresAt });
      await tx.setTimer(AMENDMENT_EXPIRES, amendment.id, expiresAt);
      tx.record(amendmentFacts.proposed(amendment));
    } else {
      await moveAmendment(tx, amendment, "SUBMIT", set);
      tx.record(amendmentFacts.submitted(amendment), queuesMoved);
    }
  });
}

/** Exactly what is agreed to: what becomes of each line, the price, and how the difference is paid. */
function agreementOf({ orderId, baseRevision, kind, fault, way, parts, saleDelta }: OrderAmendmentRow): string {
  return JSON.stringify({ orderId, baseRevision, kind, fault, way, parts, saleDelta });
}
