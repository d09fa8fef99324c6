import { cleanText } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { quotationFacts } from "./facts.js";
import { answerRequest, countOpenRequests, lockQuotation, requestById, setQuotation } from "./quotation.store.js";

/**
 * Staff answer a wish in words, without another version. Returns the quotation's id. Refuses NOT_FOUND, INVALID_STATE when
 * it was answered, VALIDATION.
 */
export async function answerQuotationRequest(
  platform: Platform,
  viewer: Viewer,
  input: { readonly requestId: string; readonly answer: string },
): Promise<string> {
  must(holds(viewer, "quotations.manage"), "FORBIDDEN");
  const answer = cleanText(input.answer, "answer", 500);
  return platform.work.run(viewer, async (tx) => {
    const { quotationId } = found(await requestById(tx, input.requestId));
    const quotation = found(await lockQuotation(tx, quotationId));
    const request = found(await requestById(tx, input.requestId));
    await answerRequest(tx, request, answer);
    const settled = quotation.attention === "CHANGE_REQUESTED" && (await countOpenRequests(tx, quotationId)) === 0;
    await setQuotation(tx, quotation, settled ? { attention: null } : {});
    tx.record(quotationFacts.requestAnswered(quotation, { requestId: request.id }));
    return quotationId;
  });
}
