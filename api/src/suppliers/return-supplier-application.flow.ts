import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { applicationLife } from "./application.js";
import { applicationById, setApplicationState } from "./application.store.js";
import { applicationFacts, queuesMoved } from "./facts.js";
import { applicationReturned, applicationSeal, applicationUrl } from "./letters.js";

/** A reviewer asks the applicant for more, who is told by letter. Refuses REASON_REQUIRED. */
export async function returnSupplierApplication(
  platform: Platform,
  viewer: Viewer,
  input: { applicationId: string; version: number; reason: string; origin: string },
): Promise<void> {
  must(holds(viewer, "suppliers.review"), "FORBIDDEN");
  const reason = cleanReason(input.reason);
  const application = await platform.work.run(viewer, async (tx) => {
    const seen = found(await applicationById(tx, input.applicationId));
    must(seen.version === input.version, "STALE_VERSION");
    const state = applicationLife.after(seen.state, "RETURN");
    await setApplicationState(tx, seen, state, { reason, reviewerId: tx.actorId });
    tx.record(applicationFacts.returned(seen.id, reason), queuesMoved("applications"));
    return seen;
  });
  const url = applicationUrl(input.origin, platform.signer.sign(applicationSeal(application.id)));
  platform.post.send(applicationReturned(application, reason, url));
}
