import type { FormulaVariable } from "../pricing/formula/index.js";
import type { FormulaText } from "../pricing/formula-version.js";

interface DemoFormula {
  readonly code: string;
  readonly name: string;
  readonly text: FormulaText;
}

const number = (name: string, unit: string | null, min: string, max: string, presumed: string | null) =>
  ({ name, type: "NUMBER", unit, min, max, options: [], default: presumed }) satisfies FormulaVariable;
const option = (name: string, options: readonly string[]) =>
  ({
    name,
    type: "TEXT",
    unit: null,
    min: null,
    max: null,
    options,
    default: options[0] ?? null,
  }) satisfies FormulaVariable;
const values = (given: Readonly<Record<string, string>>) =>
  Object.entries(given).map(([name, value]) => ({ name, value }));

/** The months of bookkeeping with more papers, exports and staff, cheaper by the year. */
const bookkeeping: DemoFormula = {
  code: "BOOKKEEPING",
  name: "代理记账：按票据与人数，按年优惠",
  text: {
    params: [
      number("vouchers", "张", "0", "5000", "0"),
      number("staff", "人", "0", "500", "0"),
      option("export", ["无", "有"]),
    ],
    tables: [
      {
        name: "by_months",
        kind: "TIER",
        rows: [
          { from: "0", value: "1" },
          { from: "12", value: "0.92" },
          { from: "24", value: "0.85" },
        ],
      },
    ],
    expression:
      '(unit_price + max(0, vouchers - 50) * 2 + if(export == "有", 300, 0) + max(0, staff - 10) * 10) * quantity * tier(by_months, quantity)',
    resultUnit: null,
    rounding: { step: 1, mode: "HALF_UP" },
    tests: [
      {
        name: "小规模，60 张票据，12 个月",
        inputs: values({ unit_price: "220", quantity: "12", vouchers: "60" }),
        expected: 264_960,
      },
      { name: "半年，没有多出的票据", inputs: values({ unit_price: "220", quantity: "6" }), expected: 132_000 },
      {
        name: "两年，有出口，15 人",
        inputs: values({ unit_price: "200", quantity: "24", export: "有", staff: "15" }),
        expected: 1_122_000,
      },
    ],
  },
};

/** Square metres by the age of the house, the stairs and the hurry, in whole yuan. */
const renovation: DemoFormula = {
  code: "RENOVATION",
  name: "半包基装：面积 × 楼龄 × 楼层 × 工期",
  text: {
    params: [
      number("years", "年", "0", "80", "0"),
      number("floor", "层", "1", "60", "1"),
      option("lift", ["有电梯", "无电梯"]),
      option("urgency", ["正常", "加急"]),
    ],
    tables: [
      {
        name: "by_age",
        kind: "TIER",
        rows: [
          { from: "0", value: "1" },
          { from: "10", value: "1.08" },
          { from: "20.0001", value: "1.15" },
        ],
      },
      {
        name: "by_urgency",
        kind: "LOOKUP",
        rows: [
          { key: "正常", value: "1" },
          { key: "加急", value: "1.1" },
        ],
      },
    ],
    expression:
      'quantity * unit_price * tier(by_age, years) * if(lift == "无电梯", min(1.05, 1 + 0.01 * max(0, floor - 3)), 1) * lookup(by_urgency, urgency)',
    resultUnit: null,
    rounding: { step: 100, mode: "HALF_UP" },
    tests: [
      {
        name: "89 ㎡，15 年，5 楼无电梯",
        inputs: values({ unit_price: "588", quantity: "89", years: "15", floor: "5", lift: "无电梯" }),
        expected: 5_764_900,
      },
      { name: "新房，有电梯", inputs: values({ unit_price: "588", quantity: "100" }), expected: 5_880_000 },
      {
        name: "老房加急，顶到楼层上限",
        inputs: values({
          ...{ unit_price: "588", quantity: "60", years: "25" },
          ...{ floor: "12", lift: "无电梯", urgency: "加急" },
        }),
        expected: 4_686_100,
      },
    ],
  },
};

/** Flowers by the table, with a few pieces free of charge for a large feast. */
const flowers: DemoFormula = {
  code: "TABLE-FLOWERS",
  name: "桌花：每满 30 桌送 1 桌",
  text: {
    params: [],
    tables: [],
    expression: "unit_price * (quantity - floor(quantity / 30))",
    resultUnit: "元",
    rounding: { step: 1, mode: "HALF_UP" },
    tests: [
      { name: "20 桌", inputs: values({ unit_price: "180", quantity: "20" }), expected: 360_000 },
      { name: "60 桌送 2 桌", inputs: values({ unit_price: "180", quantity: "60" }), expected: 1_044_000 },
    ],
  },
};

export const formulas: readonly DemoFormula[] = [bookkeeping, renovation, flowers];
