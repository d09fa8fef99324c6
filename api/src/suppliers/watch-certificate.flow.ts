import { refreshShelvesUsing } from "../catalogue/shelf.store.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import { SYSTEM } from "../platform/viewer.js";
import { dayOf } from "./calendar.js";
import { certificateLife, daysLeft, endOf } from "./certificate.js";
import {
  certificateById,
  type SupplierCertificateRow,
  setCertificateState,
  watchCertificate,
} from "./certificate.store.js";
import { certificateFacts } from "./facts.js";
import { effectiveServices, itemsServedBy } from "./service.store.js";

/**
 * A paper's day has come: the supplier is warned, and after the last day its services that need the paper leave the shop.
 * Running work goes on. What is not verified any more is left alone.
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
  await setCertificateState(tx, paper, certificateLife.after(paper.state, "EXPIRE"));
  const itemIds = await itemsServedBy(tx, paper.supplierId);
  await refreshShelvesUsing(tx, itemIds, (ids) => effectiveServices(tx, ids));
  tx.record(certificateFacts.expired(paper));
}
