import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Customer } from "../platform/viewer.js";
import { mustBeOpen } from "./accept.js";
import { quotationFacts } from "./facts.js";
import { answerRequests, LAPSED, lockOwnQuotation, moveVersion, versionByNumber } from "./quotation.store.js";

/**
 * The customer says no, with a reason. Staff may still send another version. Refuses NOT_FOUND, QUOTATION_CHANGED when
 * another version is out, QUOTATION_EXPIRED, INVALID_STATE, REASON_REQUIRED.
 */
export async function declineQuotation(
  platform: Platform,
  viewer: Customer,
  input: { readonly quotationId: string; readonly number: number; readonly reason: string },
): Promise<void> {
  const reason = cleanReason(input.reason);
  await platform.work.run(viewer, async (tx) => {
    const quotation = await lockOwnQuotation(tx, input.quotationId, viewer.accountId);
    must(quotation.currentNumber > 0, "INVALID_STATE", { thing: "quotation", state: quotation.state });
    must(quotation.currentNumber === input.number, "QUOTATION_CHANGED", { number: quotation.currentNumber });
    const version = found(await versionByNumber(tx, quotation.id, input.number));
    mustBeOpen(version, "DECLINE", tx.now);
    await moveVersion(tx, quotation, version, "DECLINE", { endReason: reason }, { attention: null });
    await answerRequests(tx, quotation.id, LAPSED);
    tx.record(quotationFacts.declined(quotation, { number: version.number, reason }));
  });
}
