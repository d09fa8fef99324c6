import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { queuesMoved } from "./facts.js";
import { moveUnidentified, unidentifiedById } from "./unidentified.store.js";

/** Money that was to go back stays and is looked for again. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE. */
export async function keepReceipt(
  platform: Platform,
  viewer: Viewer,
  input: { readonly receiptId: string; readonly version: number },
): Promise<void> {
  must(holds(viewer, "payments.confirm"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const receipt = found(await unidentifiedById(tx, input.receiptId));
    must(receipt.version === input.version, "STALE_VERSION");
    await moveUnidentified(tx, receipt, "KEEP", { returnReason: null, returnBy: null });
    tx.record(queuesMoved);
  });
}
