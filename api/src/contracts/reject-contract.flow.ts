import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import { queuesMoved } from "../payments/facts.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { contractById, moveContract } from "./contract.store.js";
import { contractFacts } from "./facts.js";

/**
 * A verifier sends the signed contract back: a page is missing, a signature, or the amount is another. The customer reads
 * the reason and uploads again. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.
 */
export async function rejectContract(
  platform: Platform,
  viewer: Viewer,
  input: { readonly contractId: string; readonly version: number; readonly reason: string },
): Promise<void> {
  must(holds(viewer, "contracts.verify"), "FORBIDDEN");
  const rejectReason = cleanReason(input.reason);
  await platform.work.run(viewer, async (tx) => {
    const contract = found(await contractById(tx, input.contractId));
    must(contract.version === input.version, "STALE_VERSION");
    await moveContract(tx, contract, "REJECT", { rejectReason });
    tx.record(contractFacts.rejected(contract, rejectReason), queuesMoved);
  });
}
