import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { quotationFacts } from "./facts.js";
import { lockQuotation, moveVersion, versionByNumber } from "./quotation.store.js";

/** A reviewer sends a version back to its author with a reason. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED. */
export async function returnQuotation(
  platform: Platform,
  viewer: Viewer,
  input: {
    readonly quotationId: string;
    readonly number: number;
    readonly version: number;
    readonly reason: string;
  },
): Promise<void> {
  must(holds(viewer, "quotations.review"), "FORBIDDEN");
  const reason = cleanReason(input.reason, 200);
  await platform.work.run(viewer, async (tx) => {
    const quotation = found(await lockQuotation(tx, input.quotationId));
    const version = found(await versionByNumber(tx, quotation.id, input.number));
    must(version.version === input.version, "STALE_VERSION");
    await moveVersion(tx, quotation, version, "RETURN", { reviewNote: reason, reviewerId: tx.actorId });
    tx.record(quotationFacts.returned(quotation, { number: version.number, authorId: version.authorId, reason }));
  });
}
