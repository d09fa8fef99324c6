import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { queuesMoved } from "./facts.js";
import { moveUnidentified, unidentifiedById } from "./unidentified.store.js";

/**
 * A cashier proposes to send money back to who sent it, because it is nobody's payment. Refuses NOT_FOUND, STALE_VERSION,
 * INVALID_STATE, REASON_REQUIRED.
 */
export async function proposeReturn(
  platform: Platform,
  viewer: Viewer,
  input: { readonly receiptId: string; readonly version: number; readonly reason: string },
): Promise<void> {
  must(holds(viewer, "payments.confirm"), "FORBIDDEN");
  const reason = cleanReason(input.reason, 200);
  await platform.work.run(viewer, async (tx) => {
    const receipt = found(await unidentifiedById(tx, input.receiptId));
    must(receipt.version === input.version, "STALE_VERSION");
    await moveUnidentified(tx, receipt, "PROPOSE_RETURN", { returnReason: reason, returnBy: tx.actorId });
    tx.record(queuesMoved);
  });
}
