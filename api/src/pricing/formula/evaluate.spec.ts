import { describe, expect, it } from "vitest";
import { readEnvironment } from "./environment.js";
import { work } from "./evaluate.js";
import { FormulaError } from "./index.js";
import { parse } from "./parser.js";
import { anEnvironment, keys, tiers } from "./testing/makers.js";

const { scope } = readEnvironment(anEnvironment({ tables: [tiers("steps", ["0", "1"]), keys("rates", ["甲", "1"])] }));

/** Works out a tree that nobody has checked: what the checker keeps away must not get through here either. */
function errorOf(source: string) {
  try {
    return work(parse(source), scope, new Map());
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return { code: error.code, from: error.from, data: error.data };
  }
}

const mistyped = (from: number, expected: string, found: string) => ({
  code: "TYPE_MISMATCH",
  from,
  data: { expected, found },
});

describe("an unchecked formula", () => {
  it.each([
    ['"a" + 1', mistyped(0, "NUMBER", "TEXT")],
    ["1 + true", mistyped(4, "NUMBER", "BOOLEAN")],
    ["1 ? 2 : 3", mistyped(0, "BOOLEAN", "NUMBER")],
    ['true and "a"', mistyped(9, "BOOLEAN", "TEXT")],
    ["lookup(rates, 1)", mistyped(14, "TEXT", "NUMBER")],
    ["tier(steps, true)", mistyped(12, "NUMBER", "BOOLEAN")],
    ["tier(nothing, 1)", { code: "UNKNOWN_TABLE", from: 0, data: { name: "", suggestion: "" } }],
    ["tier(1, 1)", { code: "UNKNOWN_TABLE", from: 0, data: { name: "", suggestion: "" } }],
    ["tier(steps)", { code: "UNKNOWN_TABLE", from: 0, data: { name: "", suggestion: "" } }],
    ["tier()", { code: "UNKNOWN_TABLE", from: 0, data: { name: "", suggestion: "" } }],
    ["nothing", { code: "VALUE_MISSING", from: 0, data: { name: "nothing" } }],
  ])("mixes no types and reaches nothing: %s", (source, error) => {
    expect(errorOf(source)).toEqual(error);
  });

  it("compares a number and a text as different", () => {
    expect(errorOf('1 == "1"')).toBe(false);
    expect(errorOf('true != "true"')).toBe(true);
  });
});
