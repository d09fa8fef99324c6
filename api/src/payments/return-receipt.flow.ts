import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { policyOn } from "../platform/policies.js";
import { actorOf, holds, type Viewer } from "../platform/viewer.js";
import { queuesMoved } from "./facts.js";
import { isPosted, post } from "./ledger.store.js";
import { cleanBankReference, movementOfTransfer } from "./payment.js";
import { unidentifiedReturnedPostings } from "./postings-moved.js";
import { moveUnidentified, unidentifiedById } from "./unidentified.store.js";

export interface ReturnReceipt {
  readonly receiptId: string;
  readonly version: number;
  /** The bank's number of the transfer back. */
  readonly bankReference: string;
  readonly idempotencyKey: string;
}

/**
 * Somebody else than who proposed it sent the money back: it leaves the books. Refuses NOT_FOUND, STALE_VERSION,
 * INVALID_STATE, FOUR_EYES while the policy asks for another person, and VALIDATION for a transfer that is booked already.
 */
export async function returnReceipt(platform: Platform, viewer: Viewer, input: ReturnReceipt): Promise<void> {
  must(holds(viewer, "payments.confirm"), "FORBIDDEN");
  const { idempotencyKey: key, ...sent } = input;
  const returnReference = cleanBankReference(input.bankReference);
  await platform.work.once(viewer, { operation: "returnReceipt", key, input: sent }, async (tx) => {
    const receipt = found(await unidentifiedById(tx, input.receiptId));
    must(receipt.version === input.version, "STALE_VERSION");
    const fourEyes = await policyOn(tx, "payments.return-four-eyes");
    must(!fourEyes || receipt.returnBy !== actorOf(viewer), "FOUR_EYES");
    const movement = movementOfTransfer(returnReference);
    must(!(await isPosted(tx, movement)), "VALIDATION", { field: "bankReference", used: true });
    await moveUnidentified(tx, receipt, "RETURN", { returnReference, endedAt: tx.now });
    const lines = unidentifiedReturnedPostings(receipt.amount);
    const memo = `${receipt.no} ${receipt.payer}`;
    await post(tx, { kind: "UNIDENTIFIED_RETURNED", memo, idempotencyKey: movement, lines, dims: {} });
    tx.record(queuesMoved);
    return {};
  });
}
