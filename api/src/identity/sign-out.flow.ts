import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { endSessionOf } from "./identity.store.js";

/** Ends the viewer's own session. Signing out twice does no harm. */
export async function signOut(platform: Platform, viewer: Viewer): Promise<void> {
  if (!("sessionId" in viewer)) return;
  await platform.work.run(viewer, (tx) => endSessionOf(tx, viewer.accountId, viewer.sessionId));
}
