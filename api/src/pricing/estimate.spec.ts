import { describe, expect, it } from "vitest";
import type { ProductInputSpec } from "../catalogue/product.js";
import { type EstimatedComponent, estimate } from "./estimate.js";

const question = { labelEn: "", required: true, min: null, max: null, options: [], hint: null };
const inputs: ProductInputSpec[] = [
  { ...question, code: "AREA", label: "面积", kind: "NUMBER", unit: "㎡", min: 10, max: 500 },
  { ...question, code: "LIFT", label: "电梯", kind: "CHOICE", unit: null, options: ["有", "无"] },
];

function aComponent(rest: Partial<EstimatedComponent>): EstimatedComponent {
  const fixed = { quantityKind: "FIXED", quantity: 1, quantityInput: null, quantityFormula: null } as const;
  return { id: "c1", itemName: "基装", unitPrice: 58_800, formula: null, ...fixed, ...rest };
}

const byArea: EstimatedComponent = aComponent({
  id: "c2",
  quantityKind: "INPUT",
  quantityInput: "AREA",
  formula: {
    params: [
      { name: "unit_price", type: "NUMBER", unit: "元/㎡", min: null, max: null, options: [], default: null },
      { name: "area", type: "NUMBER", unit: "㎡", min: "10", max: null, options: [], default: null },
      { name: "lift", type: "TEXT", unit: null, min: null, max: null, options: ["有", "无"], default: "有" },
    ],
    tables: [
      {
        name: "t",
        kind: "LOOKUP",
        rows: [
          { key: "有", value: "1" },
          { key: "无", value: "1.02" },
        ],
      },
    ],
    expression: "area * unit_price * lookup(t, lift)",
    resultUnit: "元",
    rounding: { step: 100, mode: "HALF_UP" },
  },
});

const told = (area: string, lift = "无") => [
  { code: "AREA", value: area },
  { code: "LIFT", value: lift },
];

describe("an estimate", () => {
  it("prices by formula, by fixed quantity and by expression, each as the server would", () => {
    const byExpression = aComponent({ id: "c3", quantityKind: "FORMULA", quantityFormula: "ceil(area / 50)" });
    expect(estimate(inputs, [byArea, aComponent({}), byExpression], told("89"))).toEqual([
      { componentId: "c2", quantity: 89, listAmount: 5_337_900, byMinCharge: false },
      { componentId: "c1", quantity: 1, listAmount: 58_800, byMinCharge: false },
      { componentId: "c3", quantity: 2, listAmount: 117_600, byMinCharge: false },
    ]);
  });

  it("follows the answers, and a formula that was published meanwhile", () => {
    expect(estimate(inputs, [byArea], told("89", "有"))?.[0]?.listAmount).toBe(5_233_200);
    const dearer = { ...byArea, formula: byArea.formula && { ...byArea.formula, expression: "area * unit_price * 2" } };
    expect(estimate(inputs, [dearer], told("89"))?.[0]?.listAmount).toBe(10_466_400);
  });

  it("is the least that its supplier charges, except where a formula says what is least", () => {
    const part = aComponent({ minCharge: 60_000 });
    expect(estimate(inputs, [part], told("89"))).toEqual([
      { componentId: "c1", quantity: 1, listAmount: 60_000, byMinCharge: true },
    ]);
    expect(estimate(inputs, [{ ...byArea, minCharge: 9_000_000 }], told("89"))?.[0]).toMatchObject({
      listAmount: 5_337_900,
      byMinCharge: false,
    });
  });

  it("is none for answers that have no price", () => {
    expect(estimate(inputs, [byArea], told("9"))).toBeNull();
    expect(estimate(inputs, [byArea], told("x"))).toBeNull();
    expect(estimate(inputs, [byArea], told("89", "也许"))).toBeNull();
    expect(estimate(inputs, [byArea], [])).toBeNull();
  });
});
