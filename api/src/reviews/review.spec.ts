import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../kernel/refusal.js";
import { authorName, cleanReview, type ReviewDraft } from "./review.js";

const five = { overall: 5, quality: 5, punctuality: 5, attitude: 5 };
const aReview = (change: Partial<ReviewDraft> = {}): ReviewDraft => ({
  ...five,
  text: "很满意",
  photoFileIds: [],
  supplierScores: [{ supplierId: "a", ...five }],
  ...change,
});
const worked = new Set(["a"]);

const fieldOf = (draft: ReviewDraft, by: ReadonlySet<string> = worked): unknown => {
  try {
    cleanReview(draft, by);
    return null;
  } catch (error) {
    if (error instanceof Refusal && error.code === "VALIDATION") return error.data["field"];
    throw error;
  }
};

describe("a review", () => {
  it.each([0, 6, 4.5, Number.NaN, -1])("takes whole marks from 1 to 5, not %s", (mark) => {
    expect(fieldOf(aReview({ quality: mark }))).toBe("quality");
    expect(fieldOf(aReview({ supplierScores: [{ supplierId: "a", ...five, attitude: mark }] }))).toBe("supplierScores");
  });

  it("marks exactly the suppliers that did the work, each once", () => {
    const one = { supplierId: "a", ...five };
    expect(fieldOf(aReview({ supplierScores: [] }))).toBe("supplierScores");
    expect(fieldOf(aReview({ supplierScores: [one, one] }))).toBe("supplierScores");
    expect(fieldOf(aReview({ supplierScores: [one, { supplierId: "b", ...five }] }))).toBe("supplierScores");
    expect(fieldOf(aReview(), new Set(["a", "b"]))).toBe("supplierScores");
    expect(fieldOf(aReview())).toBeNull();
  });

  it("may be silent, and is at most 1,000 characters and nine photos", () => {
    expect(fieldOf(aReview({ text: "" }))).toBeNull();
    expect(fieldOf(aReview({ text: "好".repeat(1_001) }))).toBe("text");
    expect(fieldOf(aReview({ photoFileIds: Array.from({ length: 10 }, (_, i) => `p${i}`) }))).toBe("photoFileIds");
  });
});

describe("the author's name", () => {
  it("shows a family name and stars, or nobody", () => {
    expect(authorName("林晓", false)).toBe("林**");
    expect(authorName("林晓", true)).toBe("匿名用户");
    expect(authorName("  ", false)).toBe("匿名用户");
    expect(authorName("𠮷田", false)).toBe("𠮷**");
  });

  it("never tells more than one character, nor how many there are (seed 31)", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 50 }), fc.boolean(), (name, anonymous) => {
        const shown = authorName(name, anonymous);
        expect(shown === "匿名用户" || [...shown].length === 3).toBe(true);
      }),
      { seed: 31 },
    );
  });
});
