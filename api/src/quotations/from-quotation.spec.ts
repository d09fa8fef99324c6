import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OWN_TERMS } from "../catalogue/collection.js";
import { fen, times } from "../kernel/money.js";
import { evaluatePrice } from "../pricing/evaluate-price.js";
import { attentionAfter } from "./attention.js";
import { basisOfQuotation } from "./price-basis.js";
import { priceOfOne, type QuotationLine } from "./quotation.js";
import { workOfQuotation } from "./work-of-quotation.js";

const NOW = Date.parse("2026-11-20T02:00:00.000Z");

const aLine = (part: Partial<QuotationLine>): QuotationLine => ({
  itemId: "ITEM",
  itemName: "柜体",
  unit: "㎡",
  componentId: null,
  quantity: 1,
  stage: 1,
  supplierId: "SUPPLIER",
  serviceId: null,
  unitPrice: fen(0),
  amount: fen(0),
  costAmount: fen(0),
  leadDays: null,
  optional: false,
  note: null,
  ...OWN_TERMS,
  ...part,
});

const never = (): never => {
  throw new Error("Nothing is named.");
};

describe("the snapshot of an accepted quotation", () => {
  it("gives the quoted price and cost to the fen, whether by unit or in one sum", () => {
    const line = fc.record({
      quantity: fc.integer({ min: 1, max: 5_000_000 }).map((tenThousandths) => tenThousandths / 10_000),
      price: fc.integer({ min: 0, max: 10_000_000 }),
      cost: fc.integer({ min: 0, max: 10_000_000 }),
      lump: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (wished) => {
        const lines = wished.map(({ quantity, price, cost, lump }) => {
          const unitPrice = lump ? priceOfOne(fen(price), quantity) : fen(price);
          const amount = lump ? fen(price) : times(fen(price), quantity);
          return aLine({ quantity, unitPrice, amount, costAmount: fen(cost) });
        });
        const content = { productVersionId: null, regionCode: "430100", inputs: [] };
        const basis = basisOfQuotation(content, lines, { at: NOW, productId: null, taxRate: 600 });
        const priced = evaluatePrice(basis, { formula: never, rule: never });
        expect(priced.lines.map(({ amount, costAmount }) => [amount, costAmount])).toEqual(
          lines.map(({ amount, costAmount }) => [amount, costAmount]),
        );
      }),
      { seed: 41 },
    );
  });
});

describe("the order of work of an accepted quotation", () => {
  const components = [
    { id: "A", stage: 1 },
    { id: "B", stage: 2 },
  ];
  const chain = (kept: readonly { readonly componentId: string }[]) =>
    kept.map((_, index) => ({ dependsOn: index === 0 ? [] : [index - 1], lagHours: index * 24 }));

  it("is the product's for lines that stand where the product has them", () => {
    const lines = [
      { componentId: "A", stage: 1 },
      { componentId: "B", stage: 2 },
    ];
    expect(workOfQuotation(lines, components, chain)).toEqual([
      { dependsOn: [], lagHours: 0 },
      { dependsOn: [0], lagHours: 24 },
    ]);
  });

  it("is the quotation's stages for lines that staff added or moved, and counts places in the order", () => {
    const lines = [
      { componentId: null, stage: 1 },
      { componentId: "A", stage: 1 },
      { componentId: "B", stage: 2 },
      { componentId: "B", stage: 2 },
      { componentId: "A", stage: 3 },
    ];
    expect(workOfQuotation(lines, components, chain)).toEqual([
      { dependsOn: null, lagHours: 0 },
      { dependsOn: [], lagHours: 0 },
      { dependsOn: [1], lagHours: 24 },
      { dependsOn: null, lagHours: 0 },
      { dependsOn: null, lagHours: 0 },
    ]);
  });
});

describe("why staff have to look", () => {
  it.each([
    ["REVIEW", { attention: "CHANGE_REQUESTED", state: "DRAFT", verb: "SUBMIT", wanted: undefined }],
    ["RECALL", { attention: "REVIEW", state: "INTERNAL_REVIEW", verb: "RETURN", wanted: undefined }],
    [null, { attention: "REVIEW", state: "INTERNAL_REVIEW", verb: "WITHDRAW", wanted: null }],
    ["REVIEW", { attention: "REVIEW", state: "SENT", verb: "DECLINE", wanted: null }],
    [null, { attention: "REVIEW", state: "ACCEPTED", verb: "CONVERT", wanted: null }],
    [null, { attention: "CHANGE_REQUESTED", state: "SENT", verb: "DECLINE", wanted: null }],
    ["CHANGE_REQUESTED", { attention: "CHANGE_REQUESTED", state: "SENT", verb: "EXPIRE", wanted: undefined }],
  ] as const)("%s after %j", (expected, moved) => {
    expect(attentionAfter(moved)).toBe(expected);
  });
});
