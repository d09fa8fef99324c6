import { holdAccount } from "../identity/identity.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { creditPayoutById, moveCreditPayout } from "./credit-payout.store.js";
import { payoutFacts, queuesMoved } from "./facts.js";
import { isPosted, post } from "./ledger.store.js";
import { cleanBankReference, movementOfTransfer } from "./payment.js";
import { creditPaidOutPostings } from "./postings-moved.js";

export interface PayCreditOut {
  readonly payoutId: string;
  readonly version: number;
  /** The bank's number of the transfer. */
  readonly bankReference: string;
  readonly idempotencyKey: string;
}

/**
 * A cashier sent credit to the customer who asked for it: it leaves the books. Two people by itself: who asks is never who
 * pays. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, and VALIDATION for a transfer that is booked already.
 */
export async function payCreditOut(platform: Platform, viewer: Viewer, input: PayCreditOut): Promise<void> {
  must(holds(viewer, "payments.confirm"), "FORBIDDEN");
  const { idempotencyKey: key, ...sent } = input;
  const bankReference = cleanBankReference(input.bankReference);
  await platform.work.once(viewer, { operation: "payCreditOut", key, input: sent }, async (tx) => {
    const { customerId } = found(await creditPayoutById(tx, input.payoutId));
    await holdAccount(tx, customerId);
    const payout = found(await creditPayoutById(tx, input.payoutId));
    must(payout.version === input.version, "STALE_VERSION");
    const movement = movementOfTransfer(bankReference);
    must(!(await isPosted(tx, movement)), "VALIDATION", { field: "bankReference", used: true });
    await moveCreditPayout(tx, payout, "PAY", { bankReference });
    const lines = creditPaidOutPostings(payout.amount);
    await post(tx, { kind: "CREDIT_PAID_OUT", memo: payout.no, idempotencyKey: movement, lines, dims: { customerId } });
    tx.record(payoutFacts.paid(payout), queuesMoved);
    return {};
  });
}
