import { dayOf } from "../kernel/day.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { SupplierMemberViewer } from "../platform/viewer.js";

import { type CertificateSpec, cleanCertificate } from "./certificate.js";
import { addCertificate } from "./certificate.store.js";
import { certificateFacts, queuesMoved } from "./facts.js";
import { supplierById } from "./supplier.store.js";

/**
 * A supplier hands in a paper with the file it uploaded; staff look at it. The one it has stays valid until then. Refuses
 * VALIDATION, also for a day that is over; NOT_FOUND for another's file; INVALID_STATE once the cooperation has ended.
 */
export async function submitCertificate(
  platform: Platform,
  viewer: SupplierMemberViewer,
  input: { paper: CertificateSpec; idempotencyKey: string },
): Promise<{ certificateId: string }> {
  const once = { operation: "submitCertificate", key: input.idempotencyKey, input: input.paper };
  return platform.work.once(viewer, once, async (tx) => {
    const supplier = found(await supplierById(tx, viewer.supplierId));
    must(supplier.state !== "TERMINATED", "INVALID_STATE", { thing: "supplier", state: supplier.state });
    const spec = cleanCertificate(input.paper, dayOf(tx.now));
    await platform.files.mine(tx, [spec.fileId], viewer.accountId, "CERTIFICATE");
    const paper = await addCertificate(tx, viewer.supplierId, spec);
    tx.record(certificateFacts.submitted(paper), queuesMoved("certificates"));
    return { certificateId: paper.id };
  });
}
