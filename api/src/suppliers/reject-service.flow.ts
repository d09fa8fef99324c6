import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { queuesMoved, serviceFacts } from "./facts.js";
import { forgetTimers } from "./revision.store.js";
import { serviceLife } from "./service.js";
import { serviceById, setServiceState } from "./service.store.js";

/** Turns a revision down that is proposed or waits for its day; the one in force stays. Refuses REASON_REQUIRED, INVALID_STATE, STALE_VERSION. */
export async function rejectService(
  platform: Platform,
  viewer: Viewer,
  input: { serviceId: string; version: number; reason: string },
): Promise<void> {
  must(holds(viewer, "suppliers.review"), "FORBIDDEN");
  const reason = cleanReason(input.reason);
  await platform.work.run(viewer, async (tx) => {
    const service = found(await serviceById(tx, input.serviceId));
    must(service.version === input.version, "STALE_VERSION");
    await setServiceState(tx, service, serviceLife.after(service.state, "REJECT"), { reason, decidedBy: tx.actorId });
    await forgetTimers(tx, service.id);
    tx.record(serviceFacts.rejected(service, reason), queuesMoved("proposedServices"));
  });
}
