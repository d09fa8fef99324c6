import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { noteWriter } from "../platform/writers.js";
import { queuesMoved, refundFacts } from "./facts.js";
import { addRefund, refundById } from "./refund.store.js";
import { type Proposal, writeProposal } from "./write-proposal.step.js";

export interface ProposeRefund extends Proposal {
  /** The refund that is proposed or proposed anew, as it was seen; or the order to begin one for. */
  readonly refundId?: string | null;
  readonly version?: number | null;
  readonly orderId?: string | null;
  /** For a new one: why. */
  readonly reason?: string | null;
  readonly idempotencyKey: string;
}

/**
 * Staff propose how much goes back for which parts of an order, who bears it and from which tenders; without a wish of the
 * customer they begin it themselves. What is as asked needs no answer of the customer. Returns the refund's id. Refuses
 * NOT_FOUND, STALE_VERSION, INVALID_STATE, VALIDATION, REASON_REQUIRED and REFUND_EXCEEDS_PAID.
 */
export async function proposeRefund(platform: Platform, viewer: Viewer, input: ProposeRefund): Promise<string> {
  must(holds(viewer, "refunds.propose"), "FORBIDDEN");
  const { idempotencyKey: key, ...proposal } = input;
  must(Boolean(input.refundId) !== Boolean(input.orderId), "VALIDATION", { field: "refundId" });
  const once = { operation: "proposeRefund", key, input: proposal };
  const { refundId } = await platform.work.once(viewer, once, async (tx) => {
    const known = input.refundId ? found(await refundById(tx, input.refundId)) : null;
    const order = found(await lockOrder(tx, known?.orderId ?? input.orderId ?? ""));
    const refund = known
      ? found(await refundById(tx, known.id))
      : await addRefund(tx, {
          order,
          source: { kind: "STAFF", id: null },
          reason: cleanReason(input.reason ?? ""),
          asked: null,
        });
    if (known) must(refund.version === input.version, "STALE_VERSION");
    const proposed = await writeProposal(tx, order, refund, proposal);
    await noteWriter(tx, refund.id);
    if (proposed.state === "PROPOSED") tx.record(refundFacts.proposed(proposed));
    tx.record(queuesMoved);
    return { refundId: refund.id };
  });
  return refundId;
}
