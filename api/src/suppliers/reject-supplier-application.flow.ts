import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { applicationLife } from "./application.js";
import { applicationById, setApplicationState } from "./application.store.js";
import { applicationFacts, queuesMoved } from "./facts.js";

/** A reviewer turns an application down for good; the applicant gets the reason by letter, which follows the fact. Refuses REASON_REQUIRED. */
export async function rejectSupplierApplication(
  platform: Platform,
  viewer: Viewer,
  input: { applicationId: string; version: number; reason: string },
): Promise<void> {
  must(holds(viewer, "suppliers.review"), "FORBIDDEN");
  const reason = cleanReason(input.reason);
  await platform.work.run(viewer, async (tx) => {
    const seen = found(await applicationById(tx, input.applicationId));
    must(seen.version === input.version, "STALE_VERSION");
    const state = applicationLife.after(seen.state, "REJECT");
    await setApplicationState(tx, seen, state, { reason, reviewerId: tx.actorId, decidedAt: tx.now });
    tx.record(applicationFacts.rejected(seen.id, reason), queuesMoved("applications"));
  });
}
