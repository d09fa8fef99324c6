import { cleanText } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { policyOn } from "../platform/policies.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { mustBeOther } from "../platform/writers.js";
import { queuesMoved } from "./facts.js";
import { cleanBankReference } from "./payment.js";
import { allocationById, allocationOfReference } from "./refund.store.js";
import { settleAllocation } from "./settle-allocation.step.js";

export interface PayRefund {
  readonly allocationId: string;
  readonly version: number;
  readonly payeeName: string;
  readonly payeeAccount: string;
  /** The bank's number of the transfer. */
  readonly bankReference: string;
  readonly idempotencyKey: string;
}

/**
 * A cashier who did not approve it made the bank transfer of a part of a refund. Each transfer pays one part. Refuses
 * NOT_FOUND, STALE_VERSION, INVALID_STATE, FOUR_EYES, and VALIDATION for a reference that was used.
 */
export async function payRefund(platform: Platform, viewer: Viewer, input: PayRefund): Promise<void> {
  must(holds(viewer, "refunds.execute"), "FORBIDDEN");
  const { idempotencyKey: key, ...paid } = input;
  const payeeName = cleanText(input.payeeName, "payeeName", 60);
  const payeeAccount = cleanText(input.payeeAccount, "payeeAccount", 60);
  must(payeeName !== "", "VALIDATION", { field: "payeeName" });
  must(payeeAccount.length >= 6, "VALIDATION", { field: "payeeAccount", min: 6 });
  const bankReference = cleanBankReference(input.bankReference);
  await platform.work.once(viewer, { operation: "payRefund", key, input: paid }, async (tx) => {
    const known = found(await allocationById(tx, input.allocationId));
    found(await lockOrder(tx, known.orderId));
    const allocation = found(await allocationById(tx, input.allocationId));
    must(allocation.version === input.version, "STALE_VERSION");
    must(allocation.state === "WAITING_CASHIER", "INVALID_STATE", { thing: "refund", state: allocation.state });
    if (await policyOn(tx, "refunds.four-eyes")) await mustBeOther(tx, allocation.id, viewer);
    const used = await allocationOfReference(tx, bankReference);
    must(!used, "VALIDATION", { field: "bankReference", used: true });
    await settleAllocation(tx, allocation.refundId, allocation, { payeeName, payeeAccount, bankReference });
    tx.record(queuesMoved);
    return {};
  });
}
