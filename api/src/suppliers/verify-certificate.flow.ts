import { refreshShelvesUsing } from "../catalogue/shelf.store.js";
import { dayOf } from "../kernel/day.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";

import { certificateLife } from "./certificate.js";
import {
  CERTIFICATE_DUE,
  certificateById,
  setCertificateState,
  verifiedOfKind,
  watchCertificate,
} from "./certificate.store.js";
import { certificateFacts, queuesMoved } from "./facts.js";
import { effectiveServices, itemsServedBy } from "./service.store.js";
import { lockSupplier } from "./supplier.store.js";

/**
 * Staff found a paper right: it counts from now until its last day, in place of the supplier's former one of the kind, and
 * the services that need it can be sold. Refuses INVALID_STATE, STALE_VERSION, VALIDATION when its last day is over.
 */
export async function verifyCertificate(
  platform: Platform,
  viewer: Viewer,
  input: { certificateId: string; version: number },
): Promise<void> {
  must(holds(viewer, "suppliers.review"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const seen = found(await certificateById(tx, input.certificateId));
    await lockSupplier(tx, seen.supplierId);
    const paper = found(await certificateById(tx, seen.id));
    must(paper.version === input.version, "STALE_VERSION");
    const state = certificateLife.after(paper.state, "VERIFY");
    const today = dayOf(tx.now);
    must(paper.expiresOn >= today, "VALIDATION", { field: "expiresOn", min: today });
    const former = await verifiedOfKind(tx, paper.supplierId, paper.kind);
    if (former) {
      await setCertificateState(tx, former, certificateLife.after(former.state, "REPLACE"));
      await tx.cancelTimer(CERTIFICATE_DUE, former.id);
    }
    await setCertificateState(tx, paper, state, { decidedBy: tx.actorId });
    await watchCertificate(tx, paper);
    const itemIds = await itemsServedBy(tx, paper.supplierId);
    await refreshShelvesUsing(tx, itemIds, (ids) => effectiveServices(tx, ids));
    tx.record(certificateFacts.verified(paper), queuesMoved("certificates"));
  });
}
