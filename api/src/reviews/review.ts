import { cleanText } from "../identity/account.js";
import { must } from "../kernel/refusal.js";
import type { Scores } from "../suppliers/supplier.js";

export const REVIEW_TEXT_MAX = 1_000;
export const REVIEW_PHOTOS_MAX = 9;

/** Marks for one of the suppliers that did the work. */
export interface SupplierScores extends Scores {
  readonly supplierId: string;
}

/** What a customer says of a completed order: marks for the whole, for each supplier, and words. */
export interface ReviewDraft extends Scores {
  readonly text: string;
  readonly photoFileIds: readonly string[];
  readonly supplierScores: readonly SupplierScores[];
}

const marks = ["overall", "quality", "punctuality", "attitude"] as const;

/**
 * Checks a review. Refuses VALIDATION, naming the field, for a mark that is not a whole number from 1 to 5, a text over
 * 1,000 characters, more than nine photos, and marks for other suppliers than exactly those that did the work.
 */
export function cleanReview(draft: ReviewDraft, workedFor: ReadonlySet<string>): ReviewDraft {
  checkMarks(draft);
  for (const scores of draft.supplierScores) checkMarks(scores, "supplierScores");
  const scored = new Set(draft.supplierScores.map(({ supplierId }) => supplierId));
  const missing = [...workedFor].filter((supplierId) => !scored.has(supplierId));
  const foreign = [...scored].filter((supplierId) => !workedFor.has(supplierId));
  const once = scored.size === draft.supplierScores.length;
  must(missing.length === 0 && foreign.length === 0 && once, "VALIDATION", { field: "supplierScores" });
  must(draft.photoFileIds.length <= REVIEW_PHOTOS_MAX, "VALIDATION", { field: "photoFileIds", max: REVIEW_PHOTOS_MAX });
  return { ...draft, text: cleanText(draft.text, "text", REVIEW_TEXT_MAX, 0) };
}

function checkMarks(scores: Scores, field?: string): void {
  for (const mark of marks) {
    const value = scores[mark];
    must(Number.isInteger(value) && value >= 1 && value <= 5, "VALIDATION", { field: field ?? mark, min: 1, max: 5 });
  }
}

/** Who is told to have written a review: the family name and stars, or nobody in particular. */
export function authorName(displayName: string, anonymous: boolean): string {
  const [first] = displayName.trim();
  return anonymous || first === undefined ? "匿名用户" : `${first}**`;
}
