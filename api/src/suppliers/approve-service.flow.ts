import { checkActive } from "../catalogue/item.js";
import { holdItems } from "../catalogue/item.store.js";
import { refreshShelvesUsing } from "../catalogue/shelf.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { policyOn } from "../platform/policies.js";
import type { Tx } from "../platform/tx.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { queuesMoved, serviceFacts } from "./facts.js";
import { livingRevisionsOf, putInForce, SERVICE_BEGINS, supersede } from "./revision.store.js";
import { serviceLife } from "./service.js";
import { effectiveServices, type SupplierServiceRow, serviceById, setServiceState } from "./service.store.js";

/**
 * Approves a proposed revision. Without a day to come it is in force at once and supersedes the former in the same
 * transaction; with one it waits for it, in place of another that waits for the same day. Orders keep the prices they were
 * placed with. A service that its supplier paused stays paused. Refuses INVALID_STATE, STALE_VERSION, FORBIDDEN for one's
 * own proposal while the policy wants two people, VALIDATION when the item is no longer active or the proposal's last day is over.
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
    const state = serviceLife.after(service.state, "APPROVE");
    const own = service.proposedBy !== null && service.proposedBy === tx.actorId;
    must(!own || !(await policyOn(tx, "suppliers.four-eyes")), "FOUR_EYES");
    checkActive(await holdItems(tx, [service.itemId]), [service.itemId], "itemId");
    const { effectiveTo } = service;
    must(effectiveTo === null || effectiveTo > tx.now, "VALIDATION", { field: "effectiveTo", min: tx.now });
    await setServiceState(tx, service, state, { decidedBy: tx.actorId });
    const approved = { ...service, state, version: service.version + 1 };
    if ((service.effectiveFrom ?? 0) > tx.now) await schedule(tx, approved);
    else await begin(tx, approved);
    tx.record(queuesMoved("proposedServices"));
  });
}

async function begin(tx: Tx, service: SupplierServiceRow): Promise<void> {
  await putInForce(tx, service);
  await refreshShelvesUsing(tx, [service.itemId], (ids) => effectiveServices(tx, ids));
  tx.record(serviceFacts.approved(service));
}

async function schedule(tx: Tx, service: SupplierServiceRow): Promise<void> {
  const from = service.effectiveFrom ?? tx.now;
  const others = await livingRevisionsOf(tx, service.supplierId, service.itemId);
  const sameDay = others.filter((other) => other.state === "APPROVED" && other.effectiveFrom === from);
  for (const other of sameDay) if (other.id !== service.id) await supersede(tx, other);
  await tx.setTimer(SERVICE_BEGINS, service.id, from);
  tx.record(serviceFacts.scheduled(service, from));
}
