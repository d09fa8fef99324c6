import { describe, expect, it } from "vitest";
import { fen } from "../kernel/money.js";
import type { LineBasis, PriceBasis } from "./basis.js";
import { evaluatePrice } from "./evaluate-price.js";
import { ownPay } from "./own-pay.js";
import { EVERYWHERE, type Funder, type PricingRule } from "./rule.js";

const line = (componentId: string, supplierId: string): LineBasis => ({
  ...{ componentId, itemId: componentId, itemName: "墙面", unit: "㎡", quantity: 2, supplierId },
  ...{ unitPrice: fen(10_000), unitCost: fen(7_000), formulaVersionId: null },
});

function aPrice(off: string, fundedBy: Funder) {
  const rule: PricingRule = {
    ...{ id: "r", name: "冬季优惠", target: "LINE", scope: EVERYWHERE, params: [], condition: null, action: "ADD" },
    ...{ value: off, formula: null, stop: false, fundedBy, validFrom: null, validTo: null },
  };
  const basis: PriceBasis = {
    ...{
      productId: "p",
      productVersionId: "v",
      regionCode: "430100",
      at: 1_800_000_000_000,
      groupIds: [],
      answers: [],
    },
    ...{ lines: [line("a", "one"), line("b", "two")], ruleVersionIds: ["r"], coupon: null, taxRate: 600 },
    ...{ marginFloor: 0, rounding: { step: 1, mode: "HALF_UP" } },
  };
  const library = {
    rule: () => rule,
    formula: () => {
      throw new Error("No line has a formula.");
    },
  };
  return { basis, priced: evaluatePrice(basis, library) };
}

describe("a supplier's own part of a price", () => {
  it("is its units at cost and what it funds, adding up to its pay", () => {
    const { basis, priced } = aPrice("-10", "SUPPLIER");
    expect(ownPay(basis, priced, { componentId: "a", supplierId: "one" })).toEqual({
      ...{ unitCost: 7_000, quantity: 2, unit: "㎡", plain: 14_000, pay: 13_000 },
      changes: [{ name: "冬季优惠", effect: -1_000 }],
    });
  });

  it("tells nothing of what the platform funds", () => {
    const { basis, priced } = aPrice("-10", "PLATFORM");
    expect(ownPay(basis, priced, { componentId: "a", supplierId: "one" })).toMatchObject({ changes: [], pay: 14_000 });
  });

  it("is never below nothing", () => {
    const { basis, priced } = aPrice("-190", "SUPPLIER");
    expect(ownPay(basis, priced, { componentId: "a", supplierId: "one" })?.pay).toBe(0);
  });

  it("is told of no other supplier's line", () => {
    const { basis, priced } = aPrice("-10", "SUPPLIER");
    expect(ownPay(basis, priced, { componentId: "a", supplierId: "two" })).toBeNull();
    expect(ownPay(basis, priced, { componentId: "gone", supplierId: "one" })).toBeNull();
  });
});
