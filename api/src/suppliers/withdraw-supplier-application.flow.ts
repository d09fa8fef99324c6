import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { applicationLife } from "./application.js";
import { applicationByToken, setApplicationState } from "./application.store.js";
import { applicationFacts, queuesMoved } from "./facts.js";

/** The applicant takes an open application back for good. */
export async function withdrawSupplierApplication(
  platform: Platform,
  viewer: Viewer,
  input: { token: string; version: number },
): Promise<string> {
  return platform.work.run(viewer, async (tx) => {
    const application = found(await applicationByToken(tx, input.token));
    must(application.version === input.version, "STALE_VERSION");
    const state = applicationLife.after(application.state, "WITHDRAW");
    await setApplicationState(tx, application, state, { decidedAt: tx.now });
    tx.record(applicationFacts.withdrawn(application.id), queuesMoved("applications"));
    return application.id;
  });
}
