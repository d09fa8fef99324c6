import type { FormulaTable, FormulaVariable } from "@kaidan/api/formula";
import { describe, expect, it } from "vitest";
import { offersFor } from "./completions";

const variable = (name: string, options: readonly string[] = []): FormulaVariable => ({
  name,
  type: options.length > 0 ? "TEXT" : "NUMBER",
  unit: null,
  min: null,
  max: null,
  options,
  default: null,
});
const tables: FormulaTable[] = [
  { name: "age_factor", kind: "TIER", rows: [{ from: "0", value: "1" }] },
  { name: "base", kind: "LOOKUP", rows: [{ key: "甲", value: "1" }] },
];
const names = { variables: [variable("area"), variable("kind", ["甲", "乙"])], tables };
const labels = (before: string, explicit = false) =>
  offersFor(before, names, explicit)?.options.map(({ label }) => label);

describe("what is offered while a formula is typed", () => {
  it("are variables, functions and words, from the name's first letter on", () => {
    expect(labels("2 * ar")).toEqual(expect.arrayContaining(["area", "kind", "min", "and"]));
    expect(offersFor("2 * ar", names, false)?.from).toBe(4);
    expect(labels("2 * ")).toBeUndefined();
    expect(labels("2 * ", true)).toContain("area");
  });

  it("are the tables of the right kind where a table has to stand", () => {
    expect(labels("tier(a")).toEqual(["age_factor"]);
    expect(labels("lookup( ", true)).toEqual(["base"]);
    expect(labels("tier(age_factor, a")).toContain("area");
  });

  it("are the options of the variables within quotation marks", () => {
    expect(labels('kind == "')).toEqual(["甲", "乙"]);
    expect(offersFor('kind == "甲', names, false)?.from).toBe(9);
    expect(labels('kind == "甲" and a')).toContain("area");
  });
});
