import { expect, it } from "vitest";
import { compile, explain } from "./index.js";
import { anEnvironment, aVariable, keys, stepsOf, tiers } from "./testing/makers.js";

const environment = anEnvironment({
  variables: [
    aVariable("area", "NUMBER", { unit: "㎡" }),
    aVariable("price", "NUMBER", { unit: "元/㎡" }),
    aVariable("kind", "TEXT"),
    aVariable("fast", "BOOLEAN"),
  ],
  tables: [tiers("age", ["0", "1"], ["10", "1.08"]), keys("base", ["甲", "220"])],
});
const values = { area: "89", price: "588", kind: "甲", fast: false };

it("tells functions and tables from the inside out, then the whole with the customer's own numbers", () => {
  const source = "(lookup(base, kind) + max(0, area - min(50, 60)) * 2) * tier(age, 15)";
  expect(stepsOf(source, environment, values)).toEqual([
    "lookup(base, 甲) = 220",
    "min(50, 60) = 50",
    "max(0, 89 ㎡ − 50) = 39",
    "tier(age, 15) = 1.08",
    "(220 + 39 × 2) × 1.08 = 321.84",
  ]);
});

it.each([
  ["area * price", "89 ㎡ × 588 元/㎡ = 52332"],
  ["area / 2 - -1", "89 ㎡ ÷ 2 − −1 = 45.5"],
  ["-(area + 1)", "−(89 ㎡ + 1) = -90"],
  ["(area) + (1)", "89 ㎡ + 1 = 90"],
  ["2 * (-area)", "2 × (−89 ㎡) = -178"],
  ["area % 2 ^ 2", "89 ㎡ % 2 ^ 2 = 1"],
  ["fast ? area : area * 2", "89 ㎡ × 2 = 178"],
  ["(fast ? area : area * 2) * 3", "(89 ㎡ × 2) × 3 = 534"],
  ["if(fast, 2, 1) * 3", "1 × 3 = 3"],
  ["not fast ? 5 : 6", "5 = 5"],
  ["area", "89 ㎡ = 89"],
  ["12.50", "12.5 = 12.5"],
  ["min(area, 50)", "min(89 ㎡, 50) = 50"],
])("writes %s as %s", (source, line) => {
  expect(stepsOf(source, environment, values)).toEqual([line]);
});

it.each([
  ["area >= 3 and area <= 2 or fast", "89 ㎡ ≥ 3 and 89 ㎡ ≤ 2 or false = false"],
  ['kind == "甲" and not fast', "甲 = 甲 and not false = true"],
  ['kind != "甲"', "甲 ≠ 甲 = false"],
  ["area < 3 or area > 5", "89 ㎡ < 3 or 89 ㎡ > 5 = true"],
  ["fast and area > 5", "false and area > 5 = false"],
  ["fast and min(area, 2) > 5", "false and min(area, 2) > 5 = false"],
  ["true", "true = true"],
])("writes the condition %s as %s", (source, line) => {
  expect(stepsOf(source, { ...environment, result: "BOOLEAN" }, values)).toEqual([line]);
});

it("tells a condition's result as a truth, an amount's as decimal text", () => {
  const given = new Map(Object.entries(values));
  const condition = compile("fast", { ...environment, result: "BOOLEAN" });
  expect(condition.ok && explain(condition.formula, given)).toEqual({
    value: false,
    steps: [{ text: "false", value: "false" }],
  });
  const amount = compile("area + 0.5", environment);
  expect(amount.ok && explain(amount.formula, given).value).toBe("89.5");
});
