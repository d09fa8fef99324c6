import { checkActive } from "../catalogue/item.js";
import { holdItems } from "../catalogue/item.store.js";
import { refreshShelvesUsing } from "../catalogue/shelf.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { queuesMoved, serviceFacts } from "./facts.js";
import { serviceLife } from "./service.js";
import { effectiveServices, revisionsOf, serviceById, setServiceState } from "./service.store.js";

/**
 * Puts a proposed revision in force and supersedes the former in the same transaction; orders keep the prices they were
 * placed with. A service that its supplier paused stays paused. Refuses INVALID_STATE, STALE_VERSION, VALIDATION when
 * the item is no longer active.
 */
export async function approveService(
  platform: Platform,
  viewer: Viewer,
  input: { serviceId: string; version: number },
): Promise<void> {
  must(holds(viewer, "suppliers.review"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const service = found(await serviceById(tx, input.serviceId));
    must(service.version === input.version, "STALE_VERSION");
    const approved = serviceLife.after(service.state, "APPROVE");
    checkActive(await holdItems(tx, [service.itemId]), [service.itemId], "itemId");
    const former = (await revisionsOf(tx, service.supplierId, service.itemId)).find((other) => other.inForce !== null);
    if (former) await setServiceState(tx, former, serviceLife.after(former.state, "SUPERSEDE"));
    const state = former?.state === "PAUSED" ? serviceLife.after(approved, "PAUSE") : approved;
    await setServiceState(tx, service, state, { decidedBy: tx.actorId });
    await refreshShelvesUsing(tx, [service.itemId], (ids) => effectiveServices(tx, ids));
    tx.record(serviceFacts.approved(service), queuesMoved("proposedServices"));
  });
}
