import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { sendTable } from "./send.js";
import { moveSend, renewed, sendById, stopOf } from "./send.store.js";

/**
 * Staff have mended the cause and send a failed message again, by the same way. Refuses NOT_FOUND, STALE_VERSION, and
 * INVALID_STATE for one that did not fail or whose channel stands still.
 */
export async function retryNoticeSend(
  platform: Platform,
  viewer: Viewer,
  input: { readonly sendId: string; readonly version: number },
): Promise<void> {
  must(holds(viewer, "operations.manage"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const send = found(await sendById(tx, input.sendId));
    must(send.version === input.version, "STALE_VERSION");
    sendTable.after(send.state, "RETRY");
    must((await stopOf(tx, send.channel)) === null, "INVALID_STATE", { thing: "channel", state: "STOPPED" });
    const untried = { attempts: 0, nextAt: tx.now, verdict: null, error: null, reason: null, doneAt: null };
    // A channel that took it before would take the same id for a repeat and bring nothing.
    const anew = send.sentAt === null ? untried : { ...untried, ...renewed(send) };
    must(await moveSend(tx, send, "RETRY", anew), "STALE_VERSION");
  });
  platform.nudge();
}
