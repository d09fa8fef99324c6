import { refreshShelvesUsing } from "../catalogue/shelf.store.js";
import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { serviceFacts } from "./facts.js";
import { forgetTimers } from "./revision.store.js";
import { serviceLife } from "./service.js";
import { effectiveServices, serviceById, setServiceState } from "./service.store.js";

/**
 * Takes a supplier's service out for good; open work keeps what it was sold with, and the supplier may propose it anew.
 * Refuses REASON_REQUIRED, INVALID_STATE, STALE_VERSION.
 */
export async function retireService(
  platform: Platform,
  viewer: Viewer,
  input: { serviceId: string; version: number; reason: string },
): Promise<void> {
  must(holds(viewer, "suppliers.review"), "FORBIDDEN");
  const reason = cleanReason(input.reason);
  await platform.work.run(viewer, async (tx) => {
    const service = found(await serviceById(tx, input.serviceId));
    must(service.version === input.version, "STALE_VERSION");
    const state = serviceLife.after(service.state, "RETIRE");
    await setServiceState(tx, service, state, { reason, decidedBy: tx.actorId });
    await forgetTimers(tx, service.id);
    await refreshShelvesUsing(tx, [service.itemId], (ids) => effectiveServices(tx, ids));
    tx.record(serviceFacts.retired(service, reason));
  });
}
