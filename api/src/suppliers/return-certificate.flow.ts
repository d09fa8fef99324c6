import { refreshShelvesUsing } from "../catalogue/shelf.store.js";
import { passOffersOn } from "../fulfilment/offer.store.js";
import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { certificateLife } from "./certificate.js";
import { CERTIFICATE_DUE, certificateById, setCertificateState } from "./certificate.store.js";
import { certificateFacts, queuesMoved } from "./facts.js";
import { certificateNeeds, effectiveServices, itemsServedBy } from "./service.store.js";
import { lockSupplier } from "./supplier.store.js";

/**
 * Staff send a paper back, or take back that one was verified: from then on it does not count, and offers that need it and
 * were not answered go to others. Refuses REASON_REQUIRED,
 * INVALID_STATE, STALE_VERSION.
 */
export async function returnCertificate(
  platform: Platform,
  viewer: Viewer,
  input: { certificateId: string; version: number; reason: string },
): Promise<void> {
  must(holds(viewer, "suppliers.review"), "FORBIDDEN");
  const reason = cleanReason(input.reason);
  await platform.work.run(viewer, async (tx) => {
    const { supplierId } = found(await certificateById(tx, input.certificateId));
    // Its row is held first, as whoever offers it a ticket does; the paper is read again behind it.
    await lockSupplier(tx, supplierId);
    const paper = found(await certificateById(tx, input.certificateId));
    must(paper.version === input.version, "STALE_VERSION");
    const state = certificateLife.after(paper.state, "RETURN");
    await setCertificateState(tx, paper, state, { reason, decidedBy: tx.actorId });
    await tx.cancelTimer(CERTIFICATE_DUE, paper.id);
    const itemIds = await itemsServedBy(tx, paper.supplierId);
    await refreshShelvesUsing(tx, itemIds, (ids) => effectiveServices(tx, ids));
    const needs = await certificateNeeds(tx, supplierId, tx.now);
    const lacking = needs.filter(({ met }) => !met).map(({ itemId }) => itemId);
    await passOffersOn(tx, supplierId, { because: "CERTIFICATE_ENDED", reason }, lacking);
    tx.record(certificateFacts.returned(paper, reason), queuesMoved("certificates"));
  });
}
