import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { quotationFacts } from "./facts.js";
import { lockQuotation, versionById } from "./quotation.store.js";

/** Tells that a version ends soon. Does nothing when it ended. */
export async function remindOfQuotation(platform: Platform, versionId: string): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    const known = await versionById(tx, versionId);
    const quotation = known && (await lockQuotation(tx, known.quotationId));
    const version = await versionById(tx, versionId);
    if (!quotation || version?.state !== "SENT") return;
    tx.record(quotationFacts.expiring(quotation, { number: version.number, validUntil: version.validUntil }));
  });
}
