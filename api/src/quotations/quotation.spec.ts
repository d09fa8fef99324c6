import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OWN_TERMS } from "../catalogue/collection.js";
import { DAY } from "../kernel/clock.js";
import { fen, times } from "../kernel/money.js";
import { lineWithoutSupplier, mustBeAcceptable } from "./accept.js";
import { changesBetween } from "./diff.js";
import {
  agreementOf,
  mustBeSendable,
  type QuotationContent,
  type QuotationLine,
  quotationLife,
  quotationStateNames,
  sumsOf,
} from "./quotation.js";
import { reasonsForReview } from "./review.js";

const NOW = Date.parse("2026-11-20T02:00:00.000Z");

const aLine = (part: Partial<QuotationLine> = {}): QuotationLine => {
  const line = { quantity: 2, unitPrice: fen(5_000), ...part };
  return {
    itemId: "ITEM",
    itemName: "水电改造",
    unit: "㎡",
    componentId: null,
    stage: 1,
    supplierId: "SUPPLIER",
    serviceId: "SERVICE",
    amount: times(line.unitPrice, line.quantity),
    costAmount: fen(7_000),
    leadDays: 3,
    optional: false,
    note: null,
    ...OWN_TERMS,
    ...line,
  };
};

const step = {
  name: "全款",
  nameEn: "All",
  nature: "ADVANCE",
  trigger: "ON_ORDER",
  afterDays: null,
  gate: true,
} as const;
const content: QuotationContent = {
  productVersionId: null,
  title: "旧房翻新",
  regionCode: "430100",
  inputs: [],
  lines: [aLine()],
  plan: [{ ...step, shareBasisPoints: 10_000 }],
  terms: "",
  validUntil: NOW + DAY,
  contractTemplate: null,
};
const code = (deed: () => unknown): string => {
  try {
    deed();
    return "DONE";
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe("the life of a version", () => {
  it("lets nothing happen to one that ended", () => {
    for (const state of ["CONVERTED", "DECLINED", "EXPIRED", "SUPERSEDED", "WITHDRAWN"] as const) {
      expect(quotationLife.verbs(state)).toEqual([]);
    }
  });

  it("lets only what was sent be accepted, declined, expired or superseded", () => {
    for (const verb of ["ACCEPT", "DECLINE", "EXPIRE", "SUPERSEDE"] as const) {
      expect(quotationStateNames.filter((state) => quotationLife.allows(state, verb))).toEqual(["SENT"]);
    }
  });

  it("lets only a draft be edited", () => {
    expect(quotationStateNames.filter((state) => quotationLife.allows(state, "EDIT"))).toEqual(["DRAFT"]);
  });
});

describe("what can be sent", () => {
  it.each([
    ["DONE", {}],
    ["VALIDATION", { lines: [] }],
    ["VALIDATION", { lines: [aLine({ optional: true })] }],
    ["VALIDATION", { lines: [aLine({ amount: fen(9_990) })] }],
    ["DONE", { lines: [aLine({ quantity: 89, unitPrice: fen(64_774), amount: fen(5_764_900) })] }],
    ["VALIDATION", { lines: [aLine({ quantity: 89, unitPrice: fen(64_775), amount: fen(5_764_900) })] }],
    ["VALIDATION", { lines: [aLine({ unitPrice: fen(0), amount: fen(0) })] }],
    ["VALIDATION", { plan: [] }],
    ["VALIDATION", { plan: [{ ...step, shareBasisPoints: 9_999 }] }],
    ["VALIDATION", { plan: [{ ...step, shareBasisPoints: 10_000, gate: false }] }],
    ["DEPOSIT_OVER_LIMIT", { plan: [{ ...step, shareBasisPoints: 10_000, nature: "DEPOSIT" as const }] }],
    ["QUOTATION_EXPIRED", { validUntil: NOW }],
  ])("%s for %j", (expected, part) => {
    expect(code(() => mustBeSendable({ ...content, ...part }, NOW))).toBe(expected);
  });
});

describe("a second person looks", () => {
  const limits = { marginFloor: 1_000, discountLimit: 2_000 };
  it.each([
    [[], 10_000, 9_000, 10_000],
    [["MARGIN_BELOW_FLOOR"], 10_000, 9_001, 10_000],
    [[], 8_000, 1_000, 10_000],
    [["DISCOUNT_OVER_LIMIT"], 7_999, 1_000, 10_000],
    [["MARGIN_BELOW_FLOOR", "DISCOUNT_OVER_LIMIT"], 5_000, 6_000, 10_000],
  ])("for %j at a total of %d, cost %d, list %d", (reasons, total, cost, list) => {
    const line = { amount: fen(total), costAmount: fen(cost), listAmount: fen(list) };
    expect(reasonsForReview([aLine(line)], limits)).toEqual(reasons);
  });

  it("at the worst that could be chosen: a fine optional line hides nothing, and a bad one counts", () => {
    const fine = aLine({ amount: fen(10_000), costAmount: fen(1_000), listAmount: fen(10_000) });
    const bad = aLine({ amount: fen(1), costAmount: fen(50_000), listAmount: fen(60_000) });
    const both = ["MARGIN_BELOW_FLOOR", "DISCOUNT_OVER_LIMIT"];
    expect(reasonsForReview([fine, { ...bad, optional: true }], limits)).toEqual(both);
    expect(reasonsForReview([bad, { ...fine, optional: true }], limits)).toEqual(both);
    expect(reasonsForReview([fine, { ...fine, optional: true }], limits)).toEqual([]);
  });
});

describe("a yes", () => {
  const offered = { number: 2, state: "SENT" as const, hash: "HASH", validUntil: NOW + 1 };
  const yes = { number: 2, hash: "HASH", ticked: [], expectedTotal: fen(10_000) };
  it.each([
    ["DONE", {}, {}],
    ["QUOTATION_CHANGED", { number: 3 }, {}],
    ["QUOTATION_CHANGED", {}, { hash: "OTHER" }],
    ["QUOTATION_EXPIRED", { validUntil: NOW }, {}],
    ["QUOTATION_EXPIRED", { state: "EXPIRED" as const }, {}],
    ["INVALID_STATE", { state: "CONVERTED" as const }, {}],
    ["INVALID_STATE", { state: "WITHDRAWN" as const }, {}],
    ["PRICE_CHANGED", {}, { expectedTotal: fen(9_999) }],
    ["VALIDATION", {}, { ticked: [0] }],
  ])("%s for %j and %j", (expected, offer, said) => {
    expect(code(() => mustBeAcceptable({ ...offered, ...offer }, [aLine()], { ...yes, ...said }, NOW))).toBe(expected);
  });

  it("needs a supplier for every line that is taken, and for no other", () => {
    const lines = [aLine(), aLine({ supplierId: "GONE", optional: true })];
    const services = [{ itemId: "ITEM", supplierId: "SUPPLIER", regions: ["430100"] }];
    expect(lineWithoutSupplier(lines, new Set(), "430100", services)).toBeNull();
    expect(lineWithoutSupplier(lines, new Set([1]), "430100", services)).toBe(lines[1]);
    expect(lineWithoutSupplier(lines, new Set(), "430200", services)).toBe(lines[0]);
  });
});

const lines = fc.array(
  fc
    .record({
      itemId: fc.constantFrom("A", "B", "C"),
      supplierId: fc.constantFrom("S", "T"),
      quantity: fc.integer({ min: 1, max: 90_000 }).map((n) => n / 100),
      price: fc.integer({ min: 0, max: 1_000_000 }),
      optional: fc.boolean(),
    })
    .map(({ price, ...rest }) => aLine({ ...rest, itemName: rest.itemId, unitPrice: fen(price) })),
  { maxLength: 6 },
);

describe("sums and differences (seed 11)", () => {
  it("the total is the sum of what is taken, whatever is ticked", () => {
    fc.assert(
      fc.property(lines, fc.array(fc.integer({ min: 0, max: 5 })), (all, ticks) => {
        const ticked = new Set(ticks);
        const taken = all.filter((line, position) => !line.optional || ticked.has(position));
        expect(sumsOf(all, ticked).total).toBe(taken.reduce((sum, { amount }) => sum + amount, 0));
      }),
      { seed: 11 },
    );
  });

  it("equal versions have no difference, and turned round what was added is removed", () => {
    fc.assert(
      fc.property(lines, lines, (one, two) => {
        const [a, b] = [
          { ...content, lines: one },
          { ...content, lines: two },
        ];
        expect(changesBetween(a, a)).toEqual([]);
        const count = (changes: ReturnType<typeof changesBetween>, kind: string) =>
          changes.filter((change) => change.kind === kind).length;
        const [there, back] = [changesBetween(a, b), changesBetween(b, a)];
        expect(count(there, "ADDED")).toBe(count(back, "REMOVED"));
        expect(count(there, "CHANGED")).toBe(count(back, "CHANGED"));
      }),
      { seed: 11 },
    );
  });

  it("the lines' differences add up to that of all their amounts", () => {
    fc.assert(
      fc.property(lines, lines, (one, two) => {
        const sum = (all: readonly QuotationLine[]) => all.reduce((total, { amount }) => total + amount, 0);
        const changes = changesBetween({ ...content, lines: one }, { ...content, lines: two });
        const moved = changes.filter(({ field }) => field === "LINE" || field === "AMOUNT");
        const added = moved.reduce((total, { before, after }) => total + Number(after ?? 0) - Number(before ?? 0), 0);
        expect(added).toBe(sum(two) - sum(one));
      }),
      { seed: 11 },
    );
  });

  it("the agreement names every word of what was shown", () => {
    const text = (part: Partial<QuotationContent>) => agreementOf("QT1", 1, "CUSTOMER", { ...content, ...part });
    const others: Partial<QuotationContent>[] = [
      { title: "新房装修" },
      { terms: "不含家电" },
      { validUntil: NOW },
      { contractTemplate: "HOME" },
      { lines: [aLine({ note: "含主材" })] },
      { lines: [aLine({ optional: true })] },
      { plan: [{ ...step, shareBasisPoints: 10_000, name: "首付" }] },
    ];
    expect(new Set([{}, ...others].map(text)).size).toBe(others.length + 1);
    expect(agreementOf("QT1", 2, "CUSTOMER", content)).not.toBe(text({}));
  });
});
