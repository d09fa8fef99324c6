import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { quotationFacts } from "./facts.js";
import { answerRequests, LAPSED, lockQuotation, moveVersion, versionByNumber } from "./quotation.store.js";

/**
 * Staff take back a version: one the customer has, or a draft that will not be sent. When the customer accepts at the
 * same moment one of the two wins, and the other is refused INVALID_STATE. Refuses NOT_FOUND and REASON_REQUIRED too.
 */
export async function withdrawQuotation(
  platform: Platform,
  viewer: Viewer,
  input: { readonly quotationId: string; readonly number: number; readonly reason: string },
): Promise<void> {
  must(holds(viewer, "quotations.manage"), "FORBIDDEN");
  const reason = cleanReason(input.reason);
  await platform.work.run(viewer, async (tx) => {
    const quotation = found(await lockQuotation(tx, input.quotationId));
    const version = found(await versionByNumber(tx, quotation.id, input.number));
    const shown = version.sentAt !== null;
    const last = shown || quotation.currentNumber === 0;
    const known = shown || (last && quotation.source !== "MANUAL");
    await moveVersion(tx, quotation, version, "WITHDRAW", { endReason: reason }, last ? { attention: null } : {});
    if (last) await answerRequests(tx, quotation.id, LAPSED);
    const { withdrawn, dropped } = quotationFacts;
    tx.record((known ? withdrawn : dropped)(quotation, { number: version.number, reason }));
  });
}
