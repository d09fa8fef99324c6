import { refreshShelvesUsing } from "../catalogue/shelf.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { SupplierMemberViewer } from "../platform/viewer.js";
import { serviceFacts } from "./facts.js";
import { serviceLife } from "./service.js";
import { effectiveServices, ownServiceById, setServiceState } from "./service.store.js";

/** Takes a service out of the shop for a while; open work goes on. Refuses NOT_FOUND for another supplier's, INVALID_STATE, STALE_VERSION. */
export async function pauseService(
  platform: Platform,
  viewer: SupplierMemberViewer,
  input: { serviceId: string; version: number },
): Promise<void> {
  await platform.work.run(viewer, async (tx) => {
    const service = found(await ownServiceById(tx, viewer.supplierId, input.serviceId));
    must(service.version === input.version, "STALE_VERSION");
    await setServiceState(tx, service, serviceLife.after(service.state, "PAUSE"));
    await refreshShelvesUsing(tx, [service.itemId], (ids) => effectiveServices(tx, ids));
    tx.record(serviceFacts.paused(service));
  });
}
