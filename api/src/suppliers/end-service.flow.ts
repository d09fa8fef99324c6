import { refreshShelvesUsing } from "../catalogue/shelf.store.js";
import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { serviceFacts } from "./facts.js";
import { forgetTimers } from "./revision.store.js";
import { serviceLife } from "./service.js";
import { effectiveServices, serviceById, setServiceState } from "./service.store.js";

/** A revision's last day is over: it leaves the shop. What is not in force any more is left alone. */
export async function endService(platform: Platform, input: { serviceId: string }): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    const service = await serviceById(tx, input.serviceId);
    if (!service || !serviceLife.allows(service.state, "END") || (service.effectiveTo ?? tx.now + 1) > tx.now) return;
    await setServiceState(tx, service, serviceLife.after(service.state, "END"));
    await forgetTimers(tx, service.id);
    await refreshShelvesUsing(tx, [service.itemId], (ids) => effectiveServices(tx, ids));
    tx.record(serviceFacts.ended(service));
  });
}
