import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { quotationFacts } from "./facts.js";
import { quotationLife } from "./quotation.js";
import { lockQuotation, moveVersion, versionById } from "./quotation.store.js";

/** Ends a version whose time is over. Does nothing when it ended in another way; a repeat does no harm. */
export async function expireQuotation(platform: Platform, versionId: string): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    const known = await versionById(tx, versionId);
    const quotation = known && (await lockQuotation(tx, known.quotationId));
    const version = await versionById(tx, versionId);
    if (!quotation || !version || !quotationLife.allows(version.state, "EXPIRE")) return;
    if (tx.now < version.validUntil) return;
    await moveVersion(tx, quotation, version, "EXPIRE");
    tx.record(quotationFacts.expired(quotation, { number: version.number }));
  });
}
