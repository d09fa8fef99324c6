import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { SupplierMemberViewer } from "../platform/viewer.js";
import { queuesMoved, serviceFacts } from "./facts.js";
import { forgetTimers } from "./revision.store.js";
import { serviceLife } from "./service.js";
import { ownServiceById, setServiceState } from "./service.store.js";

/**
 * The supplier takes back what it proposed, also when it was approved and its day has not come. Refuses NOT_FOUND for
 * another's, INVALID_STATE, STALE_VERSION.
 */
export async function withdrawService(
  platform: Platform,
  viewer: SupplierMemberViewer,
  input: { serviceId: string; version: number },
): Promise<void> {
  await platform.work.run(viewer, async (tx) => {
    const service = found(await ownServiceById(tx, viewer.supplierId, input.serviceId));
    must(service.version === input.version, "STALE_VERSION");
    await setServiceState(tx, service, serviceLife.after(service.state, "WITHDRAW"));
    await forgetTimers(tx, service.id);
    tx.record(serviceFacts.withdrawn(service), queuesMoved("proposedServices"));
  });
}
