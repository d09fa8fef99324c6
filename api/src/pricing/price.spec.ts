import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { type Component, PLAIN_COMPONENT, type PlanStepSpec, type ProductInputSpec } from "../catalogue/product.js";
import { fen, plus } from "../kernel/money.js";
import { type ComponentChoice, type PricedService, type PricedVersion, planAmounts, priceProduct } from "./price.js";

/** Printed with every failure, so that it can be run again. */
const SEED = 20_261_120;

const VOUCHERS: ProductInputSpec = {
  code: "MONTHS",
  label: "月数",
  labelEn: "Months",
  kind: "NUMBER",
  unit: "月",
  required: true,
  min: 1,
  max: 36,
  options: [],
  hint: null,
};
const COMPANY: ProductInputSpec = { ...VOUCHERS, code: "COMPANY", label: "公司", kind: "TEXT", min: null, max: null };

const step = (shareBasisPoints: number, gate = false): PlanStepSpec => ({
  name: "款",
  nameEn: "Part",
  shareBasisPoints,
  nature: "ADVANCE",
  trigger: gate ? "ON_ORDER" : "ON_ACCEPTANCE",
  afterDays: null,
  gate,
});

function aVersion(wish: Partial<PricedVersion> = {}): PricedVersion {
  return {
    id: "version-1",
    productId: "product-1",
    choiceGroups: [],
    inputs: [VOUCHERS],
    plan: [step(5_000, true), step(3_000), step(2_000)],
    supplierChoice: "CUSTOMER",
    regions: ["430100", "430200"],
    ...wish,
  };
}

function aComponent(wish: Partial<Component> = {}): Component {
  return {
    ...PLAIN_COMPONENT,
    id: "component-books",
    versionId: "version-1",
    position: 1,
    itemId: "item-books",
    itemCode: "BOOKS",
    itemName: "代理记账",
    unit: "月",
    itemState: "ACTIVE",
    milestones: [{ code: "DONE", name: "完成", weight: 100, minPhotos: 0 }],
    required: true,
    selectedByDefault: true,
    quantityKind: "INPUT",
    quantity: null,
    quantityInput: "MONTHS",
    stage: 1,
    ...wish,
  };
}

function aService(supplierId: string, wish: Partial<PricedService> = {}): PricedService {
  return {
    id: `service-${supplierId}`,
    supplierId,
    itemId: "item-books",
    level: 3,
    revision: 1,
    salePrice: 22_000,
    costPrice: 13_000,
    regions: ["430100"],
    ratingCount: 0,
    overallSum: 0,
    completedCount: 0,
    ...wish,
  };
}

const STAMP = aComponent({
  id: "component-stamp",
  itemId: "item-stamp",
  itemName: "刻章",
  unit: "套",
  required: false,
  selectedByDefault: false,
  quantityKind: "FIXED",
  quantity: 1,
  quantityInput: null,
});

interface Wish {
  version?: PricedVersion;
  components?: Component[];
  services?: PricedService[];
  region?: string;
  inputs?: Record<string, string>;
  choices?: ComponentChoice[];
  completeness?: "COMPLETE" | "SO_FAR";
}

function price(wish: Wish = {}) {
  const services = wish.services ?? [
    aService("xingban"),
    aService("xiangcaitong", { salePrice: 20_000, costPrice: 12_000 }),
  ];
  return priceProduct(
    wish.version ?? aVersion(),
    wish.components ?? [aComponent()],
    services,
    {
      regionCode: wish.region ?? "430100",
      inputs: Object.entries(wish.inputs ?? { MONTHS: "12" }).map(([code, value]) => ({ code, value })),
      choices: wish.choices ?? [],
    },
    wish.completeness ?? "COMPLETE",
  );
}

const choose = (supplierId: string): ComponentChoice[] => [
  { componentId: "component-books", selected: true, supplierId },
];

function refusalOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    const { code, data } = error as { code: string; data: Record<string, unknown> };
    return { code, field: data["field"] };
  }
  return "not refused";
}

describe("pricing a product", () => {
  it("multiplies the supplier's sale price by the quantity and sums the lines", () => {
    const priced = price({ choices: choose("xingban") });
    expect(priced.lines[0]).toMatchObject({ quantity: 12, unitPrice: 22_000, amount: 264_000, costAmount: 156_000 });
    expect(priced.lines[0]?.explanation).toBe("¥220.00 × 12 月");
    expect(priced).toMatchObject({ total: 264_000, cost: 156_000 });
  });

  it("rounds each line once, half a fen up", () => {
    const services = [aService("a", { salePrice: 333, costPrice: 1 })];
    const version = aVersion({ inputs: [{ ...VOUCHERS, max: 100 }] });
    expect(price({ version, services, inputs: { MONTHS: "1.5" } }).total).toBe(500);
  });

  it("lets the platform choose where the customer does not, and says so", () => {
    expect(price().lines[0]).toMatchObject({ supplierId: "xiangcaitong", chosenBy: "PLATFORM" });
    expect(price({ choices: choose("xingban") }).lines[0]).toMatchObject({
      supplierId: "xingban",
      chosenBy: "CUSTOMER",
    });
  });

  it("takes optional components only when they are selected", () => {
    const components = [aComponent(), STAMP];
    const services = [aService("a"), aService("b", { itemId: "item-stamp", salePrice: 30_000 })];
    const pick = (selected: boolean): ComponentChoice[] => [{ componentId: STAMP.id, selected, supplierId: null }];
    expect(price({ components, services }).lines).toHaveLength(1);
    expect(price({ components, services, choices: pick(true) }).total).toBe(264_000 + 30_000);
    const preselected = [aComponent(), { ...STAMP, selectedByDefault: true }];
    expect(price({ components: preselected, services, choices: pick(false) }).lines).toHaveLength(1);
  });

  it("tells exactly what was agreed: the same wishes the same, any difference another", () => {
    const base = price({ choices: choose("xingban") });
    expect(price({ choices: choose("xingban") }).agreement).toBe(base.agreement);
    expect(price({ choices: choose("xiangcaitong") }).agreement).not.toBe(base.agreement);
    expect(price({ choices: choose("xingban"), inputs: { MONTHS: "13" } }).agreement).not.toBe(base.agreement);
    expect(base.agreement).not.toContain("156000");
  });

  it.each<[string, Wish, string, string]>([
    ["a region the product is not sold in", { region: "110100" }, "REGION_NOT_SERVED", "regionCode"],
    ["a region where nobody works", { region: "430200" }, "NO_SUPPLIER", "choices"],
    ["a supplier that can't do it", { choices: choose("stranger") }, "SUPPLIER_NOT_ELIGIBLE", "choices"],
    ["a component of another product", { choices: [{ componentId: "x", selected: true }] }, "VALIDATION", "choices"],
    ["the same component twice", { choices: [...choose("xingban"), ...choose("xingban")] }, "VALIDATION", "choices"],
    [
      "leaving out what is required",
      { choices: [{ componentId: "component-books", selected: false }] },
      "VALIDATION",
      "choices",
    ],
    [
      "a chosen supplier where the platform chooses",
      { version: aVersion({ supplierChoice: "PLATFORM" }), choices: choose("xingban") },
      "VALIDATION",
      "choices",
    ],
    ["nothing selected at all", { components: [STAMP] }, "VALIDATION", "choices"],
    ["a missing quantity", { inputs: {} }, "VALIDATION", "inputs.MONTHS"],
    ["a missing quantity at first look", { inputs: {}, completeness: "SO_FAR" }, "VALIDATION", "inputs.MONTHS"],
    ["a quantity past its limit", { inputs: { MONTHS: "37" } }, "QUANTITY_OUT_OF_RANGE", "inputs.MONTHS"],
    ["a negative quantity", { inputs: { MONTHS: "-1" } }, "QUANTITY_OUT_OF_RANGE", "inputs.MONTHS"],
    ["no number", { inputs: { MONTHS: "NaN" } }, "VALIDATION", "inputs.MONTHS"],
    ["a number no machine counts exactly", { inputs: { MONTHS: "9007199254740993" } }, "VALIDATION", "inputs.MONTHS"],
    ["an unknown question", { inputs: { MONTHS: "1", PRICE: "1" } }, "VALIDATION", "inputs.PRICE"],
  ])("refuses %s", (_case, wish, code, field) => {
    expect(refusalOf(() => price(wish))).toEqual({ code, field });
  });

  it("shows a price while a question that no quantity needs is still open, but takes no order so", () => {
    const version = aVersion({ inputs: [VOUCHERS, COMPANY] });
    expect(price({ version, completeness: "SO_FAR" }).total).toBe(240_000);
    expect(refusalOf(() => price({ version }))).toEqual({ code: "VALIDATION", field: "inputs.COMPANY" });
  });

  it("refuses a price so small that a part of the plan would be nothing", () => {
    expect(refusalOf(() => planAmounts([step(5_000, true), step(5_000)], fen(1)))).toMatchObject({
      code: "QUANTITY_OUT_OF_RANGE",
    });
  });
});

describe("what always holds", () => {
  it("parts of a plan sum to the total, and lines to the total, for any prices and quantities", () => {
    const plans = [
      [step(10_000, true)],
      [step(3_333, true), step(3_333), step(3_334)],
      [step(5_000, true), step(3_000), step(2_000)],
      [step(1_000, true), step(1_000), step(1_000), step(7_000)],
    ];
    const wishes = record({
      plan: constantFrom(...plans),
      prices: array(integer({ min: 100, max: 900_000_000 }), { minLength: 1, maxLength: 6 }),
      tenThousandths: integer({ min: 10_000, max: 1_000_000 }),
    });
    assert(
      property(wishes, ({ plan, prices, tenThousandths }) => {
        const quantity = tenThousandths / 10_000;
        const components = prices.map((_, i) => aComponent({ id: `c${i}`, itemId: `i${i}` }));
        const services = prices.map((salePrice, i) => aService(`s${i}`, { itemId: `i${i}`, salePrice, costPrice: 0 }));
        const version = aVersion({ plan, inputs: [{ ...VOUCHERS, max: 1_000 }] });
        const priced = price({ version, components, services, inputs: { MONTHS: String(quantity) } });
        expect(plus(...priced.plan.map((part) => part.amount))).toBe(priced.total);
        expect(plus(...priced.lines.map((line) => line.amount))).toBe(priced.total);
        for (const [i, line] of priced.lines.entries()) {
          expect(Math.abs(line.amount - (prices[i] ?? 0) * quantity)).toBeLessThanOrEqual(0.500_01);
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});
