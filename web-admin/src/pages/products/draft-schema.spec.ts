import { expect, test } from "vitest";
import { draftSchema } from "./draft-schema";
import { draftInput, emptyDraft, emptyQuestion } from "./draft-values";

const draft = { ...emptyDraft, slug: "kitchen", title: "厨房翻新", categoryId: "c1", components: [] };

test("a draft may have gaps, but its address must be one", () => {
  expect(draftSchema.safeParse(draft).success).toBe(true);
  expect(draftSchema.safeParse({ ...draft, slug: "厨房" }).success).toBe(false);
});

test("the first instalment, wherever it came from, is the one that opens the gate", () => {
  const sent = draftInput(draftSchema.parse({ ...draft, plan: draft.plan.toReversed() }), undefined);
  expect(sent.plan.map(({ gate }) => gate)).toEqual([true, false]);
});

test("empty fields are sent as null, and codes in capitals", () => {
  const parsed = draftSchema.parse({ ...draft, inputs: [{ ...emptyQuestion, code: "area", label: "面积" }] });
  const [question] = draftInput(parsed, undefined).inputs;
  expect(question).toMatchObject({ code: "AREA", unit: null, hint: null, max: null, min: 1 });
});

test("a new product carries neither an id nor a version", () => {
  expect(draftInput(draftSchema.parse(draft), undefined)).toMatchObject({ productId: null, version: null });
});

test("two questions with one code are refused", () => {
  const inputs = [1, 2].map(() => ({ ...emptyQuestion, code: "AREA", label: "面积" }));
  expect(draftSchema.safeParse({ ...draft, inputs }).success).toBe(false);
});
