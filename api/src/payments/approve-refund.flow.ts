import { minus, plus } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { policies, policyNumber } from "../platform/policies.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { mustBeOther, noteWriter } from "../platform/writers.js";
import { queuesMoved } from "./facts.js";
import { grantRefund } from "./grant-refund.step.js";
import { mayReturnInvoiced } from "./red-letter.step.js";
import { wasApproved } from "./refund.js";
import { allocationsOf, refundById, refundsOf } from "./refund.store.js";

/**
 * Somebody who had no hand in it approves an agreed refund: it is owed from now on, and its parts leave. Refuses NOT_FOUND,
 * STALE_VERSION, INVALID_STATE, FOUR_EYES while the policy asks for another person, REFUND_OVER_LIMIT when it takes what was
 * approved of the order beyond the policy's limit, to all but administrators, REFUND_EXCEEDS_PAID when another refund was faster,
 * INVOICE_NEEDS_RED_LETTER while more would stand invoiced than is kept.
 */
export async function approveRefund(
  platform: Platform,
  viewer: Viewer,
  input: { readonly refundId: string; readonly version: number; readonly idempotencyKey: string },
): Promise<void> {
  must(holds(viewer, "refunds.approve"), "FORBIDDEN");
  const { idempotencyKey: key, ...seen } = input;
  await platform.work.once(viewer, { operation: "approveRefund", key, input: seen }, async (tx) => {
    const known = found(await refundById(tx, input.refundId));
    const order = found(await lockOrder(tx, known.orderId));
    const refund = found(await refundById(tx, input.refundId));
    must(refund.version === input.version, "STALE_VERSION");
    const settings = await policies(tx);
    const fourEyes = settings["refunds.four-eyes"] === "on";
    if (fourEyes) await mustBeOther(tx, refund.id, viewer);
    const limit = policyNumber(settings, "refunds.approval-limit");
    const approved = (await refundsOf(tx, [order.id])).filter(wasApproved).map(({ amount }) => amount);
    const withinLimit = plus(...approved, refund.amount) <= limit;
    must(withinLimit || holds(viewer, "staff.manage"), "REFUND_OVER_LIMIT", { limit });
    await mayReturnInvoiced(tx, order.id, minus(refund.amount, refund.compensation));
    await grantRefund(tx, order, refund);
    // Who let it pass does not pay it out.
    for (const allocation of await allocationsOf(tx, [refund.id])) await noteWriter(tx, allocation.id);
    tx.record(queuesMoved);
    return {};
  });
}
