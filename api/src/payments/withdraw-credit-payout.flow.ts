import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Customer } from "../platform/viewer.js";
import { creditPayoutById, moveCreditPayout } from "./credit-payout.store.js";
import { queuesMoved } from "./facts.js";

/** A customer keeps the credit after all, while nobody sent it. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE. */
export async function withdrawCreditPayout(
  platform: Platform,
  viewer: Customer,
  input: { readonly payoutId: string; readonly version: number },
): Promise<void> {
  await platform.work.run(viewer, async (tx) => {
    const payout = found(await creditPayoutById(tx, input.payoutId));
    must(payout.customerId === viewer.accountId, "NOT_FOUND");
    must(payout.version === input.version, "STALE_VERSION");
    await moveCreditPayout(tx, payout, "WITHDRAW");
    tx.record(queuesMoved);
  });
}
