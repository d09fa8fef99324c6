import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { applicationLife } from "./application.js";
import { applicationById, setApplicationState } from "./application.store.js";
import { applicationFacts, queuesMoved } from "./facts.js";

/** A reviewer asks the applicant for more, who is told by the letter that follows the fact. Refuses REASON_REQUIRED. */
export async function returnSupplierApplication(
  platform: Platform,
  viewer: Viewer,
  input: { applicationId: string; version: number; reason: string },
): Promise<void> {
  must(holds(viewer, "suppliers.review"), "FORBIDDEN");
  const reason = cleanReason(input.reason);
  await platform.work.run(viewer, async (tx) => {
    const seen = found(await applicationById(tx, input.applicationId));
    must(seen.version === input.version, "STALE_VERSION");
    const state = applicationLife.after(seen.state, "RETURN");
    await setApplicationState(tx, seen, state, { reason, reviewerId: tx.actorId });
    tx.record(applicationFacts.returned(seen.id, reason), queuesMoved("applications"));
  });
}
