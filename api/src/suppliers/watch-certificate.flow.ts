import { refreshShelvesUsing } from "../catalogue/shelf.store.js";
import { passOffersOn } from "../fulfilment/offer.store.js";
import { dayOf } from "../kernel/day.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import { SYSTEM } from "../platform/viewer.js";

import { certificateLife, daysLeft, endOf } from "./certificate.js";
import {
  certificateById,
  type SupplierCertificateRow,
  setCertificateState,
  watchCertificate,
} from "./certificate.store.js";
import { certificateFacts } from "./facts.js";
import { certificateNeeds, effectiveServices, itemsServedBy } from "./service.store.js";
import { lockSupplier } from "./supplier.store.js";

/**
 * A paper's day has come: the supplier is warned, and after the last day its services that need the paper leave the shop.
 * Offers of them that nobody answered go to others; running work goes on. What is not verified any more is left alone.
 */
export async function watchCertificateDay(platform: Platform, input: { certificateId: string }): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    const paper = await certificateById(tx, input.certificateId);
    if (paper?.state !== "VERIFIED") return;
    if (tx.now >= endOf(paper.expiresOn)) return expire(tx, paper);
    await watchCertificate(tx, paper);
    tx.record(certificateFacts.expiring(paper, daysLeft(paper.expiresOn, dayOf(tx.now))));
  });
}

async function expire(tx: Tx, paper: SupplierCertificateRow): Promise<void> {
  // Its row is held first, as whoever offers it a ticket does: no offer slips in between.
  await lockSupplier(tx, paper.supplierId);
  await setCertificateState(tx, paper, certificateLife.after(paper.state, "EXPIRE"));
  const itemIds = await itemsServedBy(tx, paper.supplierId);
  await refreshShelvesUsing(tx, itemIds, (ids) => effectiveServices(tx, ids));
  const needs = await certificateNeeds(tx, paper.supplierId, tx.now);
  const lacking = needs.filter(({ met }) => !met).map(({ itemId }) => itemId);
  await passOffersOn(tx, paper.supplierId, { because: "CERTIFICATE_ENDED", reason: null }, lacking);
  tx.record(certificateFacts.expired(paper));
}
