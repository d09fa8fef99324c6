import { describe, expect, it } from "vitest";
import { checkFormula } from "./check-formula";
import { differences } from "./formula-difference";
import { emptyFormula, emptyParam, type FormulaValues, formulaInput } from "./formula-schema";

const values: FormulaValues = {
  ...emptyFormula,
  code: "RENOVATION",
  name: "半包",
  params: [
    { ...emptyParam, name: "area", unit: "㎡", min: "1", options: ["stray"] },
    { ...emptyParam, name: "age", unit: "年" },
  ],
  tables: [
    {
      name: "age_factor",
      kind: "TIER",
      rows: [
        { key: "0", value: "1" },
        { key: "10", value: "1.08" },
      ],
    },
  ],
  expression: "area * unit_price * tier(age_factor, age)",
  roundingStep: "100",
  tests: [
    { name: "中等", values: { area: "89", unit_price: "588", age: "15", gone: "1", floor: "" }, expected: "5651900" },
    { name: "错的", values: { area: "0", unit_price: "588", age: "15" }, expected: "1" },
  ],
};

describe("a formula's form", () => {
  it("sends what is typed: nothing for what is empty, no options of numbers, no values of names that are gone", () => {
    const input = formulaInput(values);
    expect(input.params[0]).toEqual({
      name: "area",
      type: "NUMBER",
      unit: "㎡",
      min: "1",
      max: null,
      options: [],
      default: null,
    });
    expect(input.tables[0]?.rows).toEqual([
      { from: "0", value: "1" },
      { from: "10", value: "1.08" },
    ]);
    expect(input.tests[0]?.inputs.map(({ name }) => name)).toEqual(["area", "unit_price", "age"]);
    expect(input.roundingStep).toBe(100);
  });

  it("runs its examples as the server does", () => {
    const checked = checkFormula(formulaInput(values));
    expect(checked.issues).toEqual([]);
    expect(checked.uses).toEqual(["area", "unit_price", "age"]);
    expect(checked.results.map(({ passed, actual, error }) => [passed, actual, error])).toEqual([
      [true, 5_651_900, null],
      [false, null, "VALUE_OUT_OF_RANGE"],
    ]);
  });

  it("tells what is wrong, and asks for every name as long as it can't be read", () => {
    const checked = checkFormula(formulaInput({ ...values, expression: "area *" }));
    expect(checked.issues.map(({ code }) => code)).toEqual(["VALUE_EXPECTED"]);
    expect(checked.uses).toEqual(["unit_price", "quantity", "area", "age"]);
    expect(checked.results).toEqual([]);
  });

  it("tells two versions apart, part by part", () => {
    const after: FormulaValues = {
      ...values,
      expression: "area",
      tables: [],
      params: [{ ...emptyParam, name: "area", unit: "㎡" }],
    };
    expect(differences(values, after).map(({ part, name, before, after: is }) => [part, name, before, is])).toEqual([
      ["EXPRESSION", "", values.expression, "area"],
      ["PARAM", "area", "NUMBER · ㎡ · 1 … ", "NUMBER · ㎡"],
      ["PARAM", "age", "NUMBER · 年", null],
      ["TABLE", "age_factor", "0 → 1\n10 → 1.08", null],
      ["TEST", "中等", expect.any(String), expect.any(String)],
      ["TEST", "错的", expect.any(String), expect.any(String)],
    ]);
    expect(differences(values, values)).toEqual([]);
  });
});
