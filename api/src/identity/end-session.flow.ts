import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { endSessionOf } from "./identity.store.js";

/** Ends one of the viewer's sessions, elsewhere or here. Refuses NOT_FOUND for another's. */
export async function endSession(platform: Platform, viewer: Viewer, sessionId: string): Promise<void> {
  must("accountId" in viewer, "UNAUTHENTICATED");
  await platform.work.run(viewer, async (tx) => {
    must(await endSessionOf(tx, viewer.accountId, sessionId), "NOT_FOUND", { field: "sessionId" });
  });
}
