import { describe, expect, it } from "vitest";
import type { ProductInputSpec } from "../catalogue/product.js";
import { numberOf, readAnswers } from "./inputs.js";

function aQuestion(wish: Partial<ProductInputSpec> = {}): ProductInputSpec {
  return {
    code: "Q",
    label: "问题",
    labelEn: "Question",
    kind: "TEXT",
    unit: null,
    required: false,
    min: null,
    max: null,
    options: [],
    hint: null,
    ...wish,
  };
}

const read = (question: ProductInputSpec, value: string) => readAnswers([question], [{ code: "Q", value }], "COMPLETE");
const codeOf = (question: ProductInputSpec, value: string): string => {
  try {
    read(question, value);
    return "ACCEPTED";
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe("answers to a product's questions", () => {
  it("keeps the question's label and unit beside the answer", () => {
    const question = aQuestion({ kind: "NUMBER", unit: "㎡", label: "面积" });
    expect(read(question, " 89.50 ")).toEqual([{ code: "Q", label: "面积", value: "89.5", unit: "㎡" }]);
    expect(numberOf(read(question, "89.5"), "Q")).toBe(89.5);
  });

  it("leaves out optional questions that were not answered", () => {
    expect(read(aQuestion(), "  ")).toEqual([]);
    expect(numberOf([], "Q")).toBeNull();
  });

  it.each([
    ["NUMBER", "1e3", "VALIDATION"],
    ["NUMBER", "1.00001", "VALIDATION"],
    ["NUMBER", "0x10", "VALIDATION"],
    ["NUMBER", "１２", "VALIDATION"],
    ["NUMBER", "12", "ACCEPTED"],
    ["DATE", "2026-02-29", "VALIDATION"],
    ["DATE", "2028-02-29", "ACCEPTED"],
    ["DATE", "2026-13-01", "VALIDATION"],
    ["DATE", "2026-04-31", "VALIDATION"],
    ["DATE", "tomorrow", "VALIDATION"],
    ["CHOICE", "brick", "VALIDATION"],
    ["CHOICE", "wood", "ACCEPTED"],
    ["TEXT", "x".repeat(201), "VALIDATION"],
    ["TEXT", "reversed \u202Etxt", "VALIDATION"],
    ["TEXT", "湘江中路 8 号", "ACCEPTED"],
  ] as const)("answers a %s question with %j: %s", (kind, value, expected) => {
    expect(codeOf(aQuestion({ kind, options: ["wood", "stone"] }), value)).toBe(expected);
  });

  it("refuses the same question answered twice", () => {
    const twice = [
      { code: "Q", value: "1" },
      { code: "Q", value: "2" },
    ];
    expect(() => readAnswers([aQuestion()], twice, "COMPLETE")).toThrow("An input is missing or not acceptable.");
  });
});
