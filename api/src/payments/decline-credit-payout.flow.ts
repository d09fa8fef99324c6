import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { creditPayoutById, moveCreditPayout } from "./credit-payout.store.js";
import { payoutFacts, queuesMoved } from "./facts.js";

/**
 * A cashier does not pay credit out and says why, such as an account that is not the customer's: the credit is free again.
 * Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.
 */
export async function declineCreditPayout(
  platform: Platform,
  viewer: Viewer,
  input: { readonly payoutId: string; readonly version: number; readonly reason: string },
): Promise<void> {
  must(holds(viewer, "payments.confirm"), "FORBIDDEN");
  const reason = cleanReason(input.reason, 200);
  await platform.work.run(viewer, async (tx) => {
    const payout = found(await creditPayoutById(tx, input.payoutId));
    must(payout.version === input.version, "STALE_VERSION");
    await moveCreditPayout(tx, payout, "DECLINE", { reason });
    tx.record(payoutFacts.declined(payout, reason), queuesMoved);
  });
}
