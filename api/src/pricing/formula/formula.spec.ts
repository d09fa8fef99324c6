import { describe, expect, it } from "vitest";
import { exact, roundToFen } from "../exact.js";
import { compile, type Environment, evaluate, type FormulaValue, type FormulaVariable } from "./index.js";

function aNumber(name: string, unit: string | null = null): FormulaVariable {
  return { name, type: "NUMBER", unit, min: null, max: null, options: [], default: null };
}

function aText(name: string, options: readonly string[] = []): FormulaVariable {
  return { name, type: "TEXT", unit: null, min: null, max: null, options, default: null };
}

function fen(source: string, environment: Environment, values: Record<string, FormulaValue>, step: number) {
  const compiled = compile(source, environment);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
  const result = String(evaluate(compiled.formula, new Map(Object.entries(values))));
  return roundToFen(exact(result), { step, mode: "HALF_UP" });
}

describe("the formulas of the catalogue", () => {
  it("prices bookkeeping by vouchers, staff and months: ¥2,649.60", () => {
    const environment: Environment = {
      variables: [
        aText("company", ["小规模", "一般纳税人"]),
        aNumber("vouchers", "张"),
        aNumber("staff", "人"),
        aNumber("months", "月"),
        aText("export", ["是", "否"]),
      ],
      tables: [
        {
          name: "base",
          kind: "LOOKUP",
          rows: [
            { key: "小规模", value: "220" },
            { key: "一般纳税人", value: "520" },
          ],
        },
        {
          name: "longer",
          kind: "TIER",
          rows: [
            { from: "1", value: "1.00" },
            { from: "12", value: "0.92" },
            { from: "24", value: "0.85" },
          ],
        },
      ],
      result: "NUMBER",
      resultUnit: "元",
    };
    const source = `(lookup(base, company) + max(0, vouchers - 50) * 2 + if(export == "是", 300, 0) + max(0, staff - 10) * 10)
      * months * tier(longer, months)`;
    const values = { company: "小规模", vouchers: "60", staff: "3", months: "12", export: "否" };
    expect(fen(source, environment, values, 1)).toBe(264960);
  });

  it("prices half-package renovation by area, age and floor: ¥57,649", () => {
    const environment: Environment = {
      variables: [
        aNumber("area", "㎡"),
        aNumber("unit_price", "元/㎡"),
        aNumber("age", "年"),
        aNumber("floor", "层"),
        aText("lift", ["有", "无"]),
        aText("urgency", ["正常", "加急"]),
      ],
      tables: [
        {
          name: "age_factor",
          kind: "TIER",
          rows: [
            { from: "0", value: "1.00" },
            { from: "10", value: "1.08" },
            { from: "20.01", value: "1.15" },
          ],
        },
        {
          name: "urgent",
          kind: "LOOKUP",
          rows: [
            { key: "正常", value: "1.00" },
            { key: "加急", value: "1.10" },
          ],
        },
      ],
      result: "NUMBER",
      resultUnit: "元",
    };
    const source = `area * unit_price * tier(age_factor, age)
      * (lift == "无" ? min(1 + 0.01 * max(0, floor - 3), 1.05) : 1) * lookup(urgent, urgency)`;
    const values = { area: "89", unit_price: "588", age: "15", floor: "5", lift: "无", urgency: "正常" };
    expect(fen(source, environment, values, 100)).toBe(5764900);
  });

  it("prices a wedding by crew, season, tables and stage: ¥23,123", () => {
    const environment: Environment = {
      variables: [
        aNumber("crew", "元"),
        aText("season", ["平日", "旺季"]),
        aNumber("tables", "桌"),
        aNumber("stage_m2", "㎡"),
        aNumber("km", "km"),
      ],
      tables: [
        {
          name: "seasons",
          kind: "LOOKUP",
          rows: [
            { key: "平日", value: "1.00" },
            { key: "旺季", value: "1.25" },
          ],
        },
      ],
      result: "NUMBER",
      resultUnit: "元",
    };
    const source = "(crew * lookup(seasons, season) + tables * 180 + stage_m2 * 260) * 0.95 + max(0, km - 50) * 3";
    const values = { crew: "11600", season: "旺季", tables: "20", stage_m2: "24", km: "30" };
    expect(fen(source, environment, values, 1)).toBe(2312300);
  });
});
