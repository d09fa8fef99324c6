import { refreshShelvesUsing } from "../catalogue/shelf.store.js";
import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { serviceFacts } from "./facts.js";
import { putInForce } from "./revision.store.js";
import { effectiveServices, serviceById } from "./service.store.js";

/**
 * An approved revision's day has come: it is in force and the former ends. Told twice, or of one that was taken back
 * meanwhile, nothing happens.
 */
export async function beginService(platform: Platform, input: { serviceId: string }): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    const service = await serviceById(tx, input.serviceId);
    if (service?.state !== "APPROVED" || (service.effectiveFrom ?? 0) > tx.now) return;
    await putInForce(tx, service);
    await refreshShelvesUsing(tx, [service.itemId], (ids) => effectiveServices(tx, ids));
    tx.record(serviceFacts.tookEffect(service));
  });
}
