import { refreshShelvesUsing } from "../catalogue/shelf.store.js";
import { passOffersOn } from "../fulfilment/offer.store.js";
import { openTicketCounts } from "../fulfilment/ticket.store.js";
import { cleanReason } from "../identity/account.js";
import { dayOf } from "../kernel/day.js";
import { found, must } from "../kernel/refusal.js";
import { supplierBalance } from "../payments/ledger.store.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import { holds, type Viewer } from "../platform/viewer.js";

import { supplierFacts } from "./facts.js";
import { confirmedFrom } from "./reservation.store.js";
import { forgetTimers } from "./revision.store.js";
import { serviceLife } from "./service.js";
import { effectiveServices, itemsServedBy, servicesOf, setServiceState } from "./service.store.js";
import { checkNothingOpen, supplierLife } from "./supplier.js";
import { lockSupplier, noPause, setPauseTimers, setSupplierState } from "./supplier.store.js";

/**
 * Ends the cooperation with a supplier for good: its services are retired, its proposals ended; its people may still
 * read what was. Refuses SUPPLIER_HAS_OPEN, saying what, while it has open tickets, days kept for paid orders or money
 * between it and the platform; REASON_REQUIRED, INVALID_STATE, STALE_VERSION.
 */
export async function terminateSupplier(
  platform: Platform,
  viewer: Viewer,
  input: { supplierId: string; version: number; reason: string },
): Promise<void> {
  must(holds(viewer, "suppliers.manage"), "FORBIDDEN");
  const reason = cleanReason(input.reason);
  await platform.work.run(viewer, async (tx) => {
    // Its row is held first, as whoever offers it a ticket or keeps a day of it does.
    const supplier = found(await lockSupplier(tx, input.supplierId));
    must(supplier.version === input.version, "STALE_VERSION");
    const state = supplierLife.after(supplier.state, "TERMINATE");
    const itemIds = await itemsServedBy(tx, supplier.id);
    await setSupplierState(tx, supplier, state, reason, noPause);
    await setPauseTimers(tx, supplier.id, { begins: null, ends: null });
    await passOffersOn(tx, supplier.id, { because: "SUPPLIER_SUSPENDED", reason });
    // Counted after the offers went on: an answer that came first has made a ticket of one.
    checkNothingOpen({
      tickets: (await openTicketCounts(tx, [supplier.id])).get(supplier.id) ?? 0,
      owed: await supplierBalance(tx, supplier.id),
      reservations: (await confirmedFrom(tx, supplier.id, dayOf(tx.now))).length,
    });
    await endServices(tx, supplier.id, reason);
    await refreshShelvesUsing(tx, itemIds, (ids) => effectiveServices(tx, ids));
    tx.record(supplierFacts.terminated(supplier.id, reason));
  });
}

async function endServices(tx: Tx, supplierId: string, reason: string): Promise<void> {
  for (const service of (await servicesOf(tx, [supplierId])).get(supplierId) ?? []) {
    const verb = (["RETIRE", "REJECT"] as const).find((one) => serviceLife.allows(service.state, one));
    if (!verb) continue;
    await setServiceState(tx, service, serviceLife.after(service.state, verb), { reason, decidedBy: tx.actorId });
    await forgetTimers(tx, service.id);
  }
}
