import { cleanText } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { mustTakeBids } from "./bid.js";
import { withoutContacts } from "./contact.js";
import { bidderFacts, inquiryFacts } from "./facts.js";
import { lockInquiry } from "./inquiry.store.js";
import { invitationsOf } from "./invitation.store.js";
import { keepAnswer, questionById } from "./question.store.js";

export interface AnswerInquiryQuestion {
  readonly questionId: string;
  readonly answer: string;
  /** Whether only who asked reads it. A question that was asked privately stays private. */
  readonly isPrivate: boolean;
}

/**
 * A customer, or staff with `sourcing.manage`, answers what a supplier asked: for everybody invited, without telling who
 * asked, or for that supplier alone. A way to reach somebody is kept out of it. Refuses NOT_FOUND, BIDDING_CLOSED, VALIDATION, and STALE_VERSION when it was answered.
 */
export async function answerInquiryQuestion(
  platform: Platform,
  viewer: Viewer,
  input: AnswerInquiryQuestion,
): Promise<{ inquiryId: string }> {
  must(viewer.kind === "customer" || holds(viewer, "sourcing.manage"), "FORBIDDEN");
  const answer = withoutContacts(cleanText(input.answer, "answer", 1_000));
  return platform.work.run(viewer, async (tx) => {
    const seen = found(await questionById(tx, input.questionId));
    const inquiry = found(await lockInquiry(tx, seen.inquiryId));
    must(viewer.kind !== "customer" || inquiry.customerId === viewer.accountId, "NOT_FOUND");
    mustTakeBids(inquiry, tx.now);
    const question = found(await questionById(tx, seen.id));
    const isPrivate = question.isPrivate || input.isPrivate;
    await keepAnswer(tx, question, answer, isPrivate);
    tx.record(inquiryFacts.questionAnswered(inquiry.id, question.id));
    const invited = isPrivate ? [question] : await invitationsOf(tx, [inquiry.id]);
    tx.record(...invited.map(({ supplierId }) => bidderFacts.questionAnswered(supplierId, inquiry.id)));
    return { inquiryId: inquiry.id };
  });
}
