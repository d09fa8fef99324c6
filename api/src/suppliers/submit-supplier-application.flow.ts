import { dayStamp } from "../kernel/day.js";

import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { applicationLife, checkComplete } from "./application.js";
import { applicationByToken, setApplicationState } from "./application.store.js";
import { applicationFacts, queuesMoved } from "./facts.js";
import { usccIsTaken } from "./supplier.store.js";

/**
 * Hands an application to the reviewers. Refuses VALIDATION naming the gap, SERVICES_MISSING, DOCUMENTS_MISSING,
 * USCC_TAKEN when the company is a supplier already.
 */
export async function submitSupplierApplication(
  platform: Platform,
  viewer: Viewer,
  input: { token: string; version: number },
): Promise<string> {
  return platform.work.run(viewer, async (tx) => {
    const application = found(await applicationByToken(tx, input.token));
    must(application.version === input.version, "STALE_VERSION");
    const state = applicationLife.after(application.state, "SUBMIT");
    checkComplete(application, dayStamp(tx.now));
    must(!(await usccIsTaken(tx, application.uscc)), "USCC_TAKEN", { field: "uscc" });
    await setApplicationState(tx, application, state, { submittedAt: tx.now, reason: null });
    tx.record(applicationFacts.submitted(application.id), queuesMoved("applications"));
    return application.id;
  });
}
