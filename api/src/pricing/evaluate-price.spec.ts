import { array, assert, boolean, constantFrom, integer, option, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { fen } from "../kernel/money.js";
import type { LineBasis, PriceBasis } from "./basis.js";
import type { CouponTerms } from "./coupon.js";
import { evaluatePrice, isBelowFloor, taxWithin } from "./evaluate-price.js";
import { exact, roundToFen, shortened, textOf } from "./exact.js";
import { EVERYWHERE, type PricingRule } from "./rule.js";
import { yuan } from "./yuan.js";

/** Printed with every failure, so that it can be run again. */
const SEED = 20_261_122;

function aLine(wish: Partial<LineBasis> = {}): LineBasis {
  return {
    ...{ componentId: "c", itemId: "item", itemName: "墙面", unit: "㎡", quantity: 1, supplierId: "s" },
    ...{ unitPrice: fen(10_000), unitCost: fen(7_000), formulaVersionId: null },
    ...wish,
  };
}
function aRule(id: string, wish: Partial<PricingRule> = {}): PricingRule {
  return {
    ...{ id, name: id, target: "LINE", scope: EVERYWHERE, params: [], condition: null, action: "MULTIPLY" },
    ...{ value: "1.1", formula: null, stop: false, fundedBy: "PLATFORM", validFrom: null, validTo: null },
    ...wish,
  };
}
function priced(lines: readonly LineBasis[], rules: readonly PricingRule[], coupon: CouponTerms | null = null) {
  const basis: PriceBasis = {
    ...{
      productId: "p",
      productVersionId: "v",
      regionCode: "430100",
      at: 1_800_000_000_000,
      groupIds: [],
      answers: [],
    },
    ...{ lines, ruleVersionIds: rules.map((rule) => rule.id), coupon, taxRate: 600, marginFloor: 0 },
    rounding: { step: 1, mode: "HALF_UP" },
  };
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const library = {
    formula: () => {
      throw new Error("No line has a formula.");
    },
    rule: (id: string) => byId.get(id) as PricingRule,
  };
  return evaluatePrice(basis, library);
}

const lines = array(
  record({
    unitPrice: integer({ min: 1, max: 500_000 }),
    unitCost: integer({ min: 0, max: 500_000 }),
    tenThousandths: integer({ min: 1, max: 2_000_000 }),
    item: constantFrom("a", "b", "c"),
  }),
  { minLength: 1, maxLength: 12 },
);
const rules = array(
  record({
    target: constantFrom("LINE" as const, "WHOLE" as const),
    action: constantFrom("SET" as const, "ADD" as const, "MULTIPLY" as const, "MIN" as const, "MAX" as const),
    hundredths: integer({ min: 0, max: 20_000 }),
    below: boolean(),
    item: option(constantFrom("a", "b", "c")),
    stop: boolean(),
    fundedBy: constantFrom("PLATFORM" as const, "SUPPLIER" as const),
  }),
  { maxLength: 8 },
);
type Draw = Parameters<Parameters<typeof lines.map>[0]>[0];
type Rules = Parameters<Parameters<typeof rules.map>[0]>[0];

const linesOf = (draw: Draw): LineBasis[] =>
  draw.map(({ unitPrice, unitCost, tenThousandths, item }) => {
    const prices = {
      unitPrice: fen(unitPrice),
      unitCost: fen(unitCost),
      minCharge: unitCost % 2 ? fen(unitCost) : null,
    };
    return aLine({ itemId: item, ...prices, quantity: tenThousandths / 10_000 });
  });
const rulesOf = (draw: Rules): PricingRule[] =>
  draw.map(({ hundredths, item, action, below, ...rest }, index) => {
    const value = textOf({
      digits: BigInt(action === "ADD" && below ? -hundredths : hundredths),
      scale: action === "MULTIPLY" ? 4 : 2,
    });
    return aRule(`r${index}`, { ...rest, action, value, scope: { ...EVERYWHERE, itemIds: item ? [item] : [] } });
  });

describe("a price", () => {
  it("loses and makes no fen: lines, steps and effects all add up to the total", () => {
    assert(
      property(lines, rules, (drawnLines, drawnRules) => {
        const result = priced(linesOf(drawnLines), rulesOf(drawnRules));
        const sum = (list: readonly number[]): number => list.reduce((whole, part) => whole + part, 0);
        expect(sum(result.lines.map((line) => line.amount))).toBe(result.total);
        const listed = sum(result.lines.map((line) => line.listAmount));
        expect(listed + sum(result.rules.map((rule) => rule.effect))).toBe(result.total);
        expect(sum(result.lines.map((line) => line.taxAmount))).toBe(result.tax);
        for (const line of result.lines) {
          expect(line.amount).toBeGreaterThanOrEqual(0);
          expect(line.costAmount).toBeGreaterThanOrEqual(0);
          const ends = line.trace.map((step, index) => step.before - (line.trace[index - 1]?.after ?? 0));
          expect(ends.every((gap) => gap === 0)).toBe(true);
          expect(line.trace.at(-1)?.after).toBe(line.amount);
        }
      }),
      { seed: SEED, numRuns: 400 },
    );
  });

  it("is the same every time it is worked out", () => {
    assert(
      property(lines, rules, (drawnLines, drawnRules) => {
        const once = priced(linesOf(drawnLines), rulesOf(drawnRules));
        expect(priced(linesOf(drawnLines), rulesOf(drawnRules))).toEqual(once);
        expect(JSON.parse(JSON.stringify(once))).toEqual(once);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it("follows the order of its rules", () => {
    const [add, times] = [aRule("add", { action: "ADD", value: "10" }), aRule("times", { value: "2" })];
    expect(priced([aLine()], [add, times]).total).toBe(22_000);
    expect(priced([aLine()], [times, add]).total).toBe(21_000);
  });

  it("is rounded once: a third off and three times it is what it was", () => {
    const thirds = [aRule("third", { value: "0.333333" }), aRule("thrice", { value: "3" })];
    expect(priced([aLine({ unitPrice: fen(100) })], thirds).total).toBe(100);
  });

  it("takes what suppliers fund from their pay, and what the platform funds from its margin", () => {
    const off = (fundedBy: "PLATFORM" | "SUPPLIER") => [aRule("off", { action: "ADD", value: "-10", fundedBy })];
    expect(priced([aLine()], off("SUPPLIER"))).toMatchObject({ total: 9_000, cost: 6_000 });
    expect(priced([aLine()], off("PLATFORM"))).toMatchObject({ total: 9_000, cost: 7_000 });
  });

  it("is the least its supplier charges where the units come to less, and says so", () => {
    const small = aLine({ quantity: 0.5, minCharge: fen(8_000) });
    const result = priced([small], []);
    expect(result).toMatchObject({ total: 8_000, cost: 3_500 });
    expect(result.lines[0]?.trace.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ["ITEM", 0, 5_000],
      ["MIN_CHARGE", 5_000, 8_000],
    ]);
    expect(priced([{ ...small, quantity: 0.8 }], []).lines[0]?.trace).toHaveLength(1);
    expect(priced([{ ...small, quantity: 1 }], []).total).toBe(10_000);
    // Rules begin where the least charge has ended.
    expect(priced([small], [aRule("off", { value: "0.9" })]).total).toBe(7_200);
  });

  it("leaves out a rule that asks what the product does not tell", () => {
    const km = { name: "km", type: "NUMBER", unit: null, min: null, max: null, options: [], default: null } as const;
    const far = aRule("far", { params: [km], condition: "km > 50" });
    expect(priced([aLine()], [far])).toMatchObject({ total: 10_000, rules: [] });
  });

  it("tells later rules an amount they can read, however its decimals go on", () => {
    const third = aRule("third", { action: "FORMULA", value: null, formula: "amount / 3" });
    const fee = aRule("fee", { action: "ADD", value: "50", condition: "amount > 20" });
    expect(priced([aLine()], [third, fee]).total).toBe(8_333);
    const small = Array.from({ length: 9 }, (_, index) => aRule(`times${index}`, { value: "1.000001" }));
    expect(priced([aLine()], [...small, fee]).total).toBe(15_000);
  });

  it("is refused, not short of a rule, where one can't be worked out", () => {
    const km = {
      name: "quantity",
      type: "NUMBER",
      unit: null,
      min: "0",
      max: "5",
      options: [],
      default: null,
    } as const;
    const fee = aRule("few", { params: [km], condition: "quantity > 1", action: "ADD", value: "50" });
    expect(() => priced([aLine({ quantity: 6 })], [fee])).toThrow("quantity is out of range");
    const split = aRule("split", { action: "FORMULA", value: null, formula: "amount / (quantity - 1)" });
    expect(() => priced([aLine()], [split])).toThrow("quantity is out of range");
  });

  it("contains its tax, and its margin is held against the floor exactly", () => {
    expect(taxWithin(fen(10_600), 600)).toBe(600);
    expect(taxWithin(fen(1), 600)).toBe(0);
    expect(isBelowFloor(fen(10_000), fen(9_000), 1_000)).toBe(false);
    expect(isBelowFloor(fen(10_000), fen(9_001), 1_000)).toBe(true);
  });
});

describe("exact amounts", () => {
  it.each([
    ["1.23456", 3, "1.235"],
    ["-1.23456", 3, "-1.235"],
    ["0.0004", 3, "0"],
    ["12", 3, "12"],
  ] as const)("%s with %d decimals is %s", (text, places, expected) => {
    expect(textOf(shortened(exact(text), places))).toBe(expected);
  });

  it("are written with their sign before the yuan", () => {
    expect([yuan(fen(-50)), yuan(fen(123_456_789)), yuan(fen(-100_005))]).toEqual([
      "−¥0.50",
      "¥1,234,567.89",
      "−¥1,000.05",
    ]);
  });

  it.each([
    ["57648.9312", 100, "HALF_UP", 5_764_900],
    ["0.005", 1, "HALF_UP", 1],
    ["-0.005", 1, "HALF_UP", -1],
    ["0.001", 1, "UP", 1],
    ["0.009", 1, "DOWN", 0],
    ["12", 1, "DOWN", 1_200],
  ] as const)("%s yuan to the step %d, %s, is %d fen", (text, step, mode, expected) => {
    expect(roundToFen(exact(text), { step, mode })).toBe(expected);
  });
});
