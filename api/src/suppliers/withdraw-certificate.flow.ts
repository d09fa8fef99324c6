import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { SupplierMemberViewer } from "../platform/viewer.js";
import { certificateLife } from "./certificate.js";
import { ownCertificateById, setCertificateState } from "./certificate.store.js";
import { certificateFacts, queuesMoved } from "./facts.js";

/** The supplier takes back a paper that nobody has looked at. Refuses NOT_FOUND for another's, INVALID_STATE, STALE_VERSION. */
export async function withdrawCertificate(
  platform: Platform,
  viewer: SupplierMemberViewer,
  input: { certificateId: string; version: number },
): Promise<void> {
  await platform.work.run(viewer, async (tx) => {
    const paper = found(await ownCertificateById(tx, viewer.supplierId, input.certificateId));
    must(paper.version === input.version, "STALE_VERSION");
    await setCertificateState(tx, paper, certificateLife.after(paper.state, "WITHDRAW"));
    tx.record(certificateFacts.withdrawn(paper), queuesMoved("certificates"));
  });
}
