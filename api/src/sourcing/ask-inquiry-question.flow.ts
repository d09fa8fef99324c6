import { cleanText } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { biddingRoles } from "./actions.js";
import { mustTakeBids } from "./bid.js";
import { withoutContacts } from "./contact.js";
import { bidderFacts, inquiryFacts } from "./facts.js";
import { lockInquiry } from "./inquiry.store.js";
import { invitationOf } from "./invitation.store.js";
import { addQuestion, countQuestions } from "./question.store.js";

/** So many questions one supplier may ask about one inquiry. */
const MAX_QUESTIONS = 10;

export interface AskInquiryQuestion {
  readonly inquiryId: string;
  readonly question: string;
  readonly isPrivate: boolean;
  readonly idempotencyKey: string;
}

/**
 * An invited supplier asks back while bids are taken. Nobody is told who asked; without `isPrivate` everybody invited reads
 * question and answer. A way to reach somebody is kept out of it. Refuses NOT_FOUND, BIDDING_CLOSED, VALIDATION, and RATE_LIMITED after ten questions.
 */
export async function askInquiryQuestion(
  platform: Platform,
  viewer: Viewer,
  input: AskInquiryQuestion,
): Promise<{ inquiryId: string }> {
  must(viewer.kind === "supplier" && biddingRoles.includes(viewer.role), "FORBIDDEN");
  const { idempotencyKey: key, ...asked } = input;
  const question = withoutContacts(cleanText(asked.question, "question", 500));
  return platform.work.once(viewer, { operation: "askInquiryQuestion", key, input: asked }, async (tx) => {
    const inquiry = await lockInquiry(tx, asked.inquiryId);
    found(inquiry && (await invitationOf(tx, asked.inquiryId, viewer.supplierId)));
    mustTakeBids(found(inquiry), tx.now);
    const { inquiryId, isPrivate } = asked;
    const { supplierId } = viewer;
    must((await countQuestions(tx, inquiryId, supplierId)) < MAX_QUESTIONS, "RATE_LIMITED", { max: MAX_QUESTIONS });
    const row = await addQuestion(tx, { inquiryId, supplierId, question, isPrivate });
    tx.record(inquiryFacts.questionAsked(inquiryId, row.id), bidderFacts.moved(supplierId, inquiryId));
    return { inquiryId };
  });
}
