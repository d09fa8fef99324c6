import { describe, expect, it } from "vitest";
import { type Component, PLAIN_COMPONENT, type ProductInputSpec, type SaleMode } from "../catalogue/product.js";
import { PLAIN_BOOK, type PriceBook, type PricingFormula } from "./book.js";
import type { PricedService } from "./price.js";
import { assumedQuantity, type Publishable, pricingGuards } from "./publish-guards.js";

const AREA: ProductInputSpec = {
  ...{ code: "AREA", label: "面积", labelEn: "Area", kind: "NUMBER", unit: "㎡", required: true },
  ...{ min: 2, max: 100, options: [], hint: null },
};
const component: Component = {
  ...PLAIN_COMPONENT,
  ...{ id: "c", versionId: "v", position: 1, itemId: "paint", itemCode: "PAINT", itemName: "墙面", unit: "㎡" },
  ...{ itemState: "ACTIVE", milestones: [], required: true, selectedByDefault: true, stage: 1 },
  ...{ quantityKind: "INPUT", quantity: null, quantityInput: "AREA" },
};
const service = (supplierId: string, salePrice: number, costPrice: number): PricedService => ({
  ...{ id: `s-${supplierId}`, supplierId, itemId: "paint", level: 3, revision: 1, salePrice, costPrice },
  ...{ regions: ["430100"], ratingCount: 0, overallSum: 0, completedCount: 0 },
});
const formula = (code: string, expression: string): PricingFormula => ({
  ...{ id: `version-of-${code}`, code },
  text: {
    ...{ params: [], tables: [], expression, resultUnit: null, tests: [] },
    rounding: { step: 1, mode: "HALF_UP" },
  },
});

interface Wish {
  readonly part?: Partial<Component>;
  readonly inputs?: readonly ProductInputSpec[];
  readonly services?: readonly PricedService[];
  readonly book?: Partial<PriceBook>;
  readonly saleMode?: SaleMode;
}

function publishable(wish: Wish = {}): Publishable {
  const version = {
    ...{ id: "v", productId: "p", choiceGroups: [], inputs: wish.inputs ?? [AREA], regions: ["430100"] },
    ...{ plan: [], supplierChoice: "CUSTOMER" as const, saleMode: wish.saleMode ?? ("FIXED" as const) },
  };
  const plan = [{ name: "款", nameEn: "", shareBasisPoints: 10_000, nature: "ADVANCE", trigger: "ON_ORDER" } as const];
  return {
    version: { ...version, plan: plan.map((step) => ({ ...step, afterDays: null, gate: true })) },
    components: [{ ...component, ...wish.part }],
    services: wish.services ?? [service("a", 3_000, 2_000)],
    book: { ...PLAIN_BOOK, ...wish.book },
  };
}

/** What the guards found missing, by their codes. */
const found = (wish: Wish): Record<string, string | null> =>
  Object.fromEntries(
    pricingGuards(publishable(wish))
      .filter(({ passed }) => !passed)
      .map(({ code, detail }) => [code, detail]),
  );
const measured = (quantityFormula: string) =>
  ({ quantityKind: "FORMULA", quantityInput: null, quantityFormula }) as const;

describe("what prices ask of a draft", () => {
  it("is met by a product that can be priced", () => {
    expect(found({})).toEqual({});
    expect(found({ part: measured("ceil(area * 2.5)") })).toEqual({});
  });

  it("is that every expression can be read and knows its names", () => {
    expect(found({ part: measured("ceil(height)") })["EXPRESSIONS_COMPILE"]).toMatch(/^PAINT#/);
    expect(found({ part: measured("area *") })["EXPRESSIONS_COMPILE"]).toMatch(/^PAINT#/);
  });

  it("is that every formula that prices a component is in force", () => {
    const part = { priceFormula: "WALLS" };
    const inForce = new Map([["WALLS", formula("WALLS", "unit_price * quantity")]]);
    expect(found({ part })).toMatchObject({ FORMULAS_IN_FORCE: "PAINT#WALLS" });
    expect(found({ part, book: { formulas: inForce } })["FORMULAS_IN_FORCE"]).toBeUndefined();
  });

  it("is that all answers a customer may give lead to a quantity that can be sold", () => {
    expect(found({ part: measured("area - 50") })).toMatchObject({ QUANTITIES_WITHIN_BOUNDS: "PAINT" });
    expect(found({ part: measured("area * 1000000") })).toMatchObject({ QUANTITIES_WITHIN_BOUNDS: "PAINT" });
    expect(found({ part: measured("area - 1") })).toEqual({});
  });

  it("is a margin at the floor even with the supplier that leaves least, wherever it is sold", () => {
    const services = [service("a", 3_000, 1_000), service("b", 3_000, 2_800)];
    expect(found({ services, book: { marginFloor: 500 } })).toEqual({});
    expect(found({ services, book: { marginFloor: 1_000 } })).toEqual({ MARGIN_AT_FLOOR: "430100" });
    expect(found({ services, book: { marginFloor: 1_000 }, saleMode: "QUOTE_ONLY" })).toEqual({});
  });
});

describe("the quantity that a price “from” assumes", () => {
  it("is what the least answers give, and none where they give none", () => {
    const { version } = publishable();
    expect(assumedQuantity({ ...component, ...measured("ceil(area * 2.5)") }, version)).toBe(5);
    expect(assumedQuantity({ ...component, ...measured("area - 50") }, version)).toBeNull();
  });
});
