import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { saleModes } from "./product.js";
import { type Cell, type Chosen, COUNT_CAP, facetsOf, PRICE_BANDS } from "./search-facets.js";

const NOTHING: Chosen = {
  ...{ categoryId: null, regionCode: null, priceFrom: null, priceBelow: null, markTenths: null },
  saleModes: [],
};
const cell = (wish: Partial<Cell>): Cell => ({
  ...{ categoryId: "home", saleMode: "FIXED", band: 0, mark: 0, regions: ["430100"], n: 1 },
  ...wish,
});
const cells = fc.array(
  fc.record({
    categoryId: fc.constantFrom("home", "office", "wedding"),
    saleMode: fc.constantFrom(...saleModes),
    band: fc.integer({ min: 0, max: PRICE_BANDS.length - 1 }),
    mark: fc.constantFrom(0, 40, 45),
    regions: fc.subarray(["430100", "430200", "430300"], { minLength: 1 }),
    n: fc.integer({ min: 1, max: 9 }),
  }),
  { maxLength: 25 },
);
const choices = fc.record({
  categoryId: fc.constantFrom(null, "home", "office"),
  regionCode: fc.constantFrom(null, "430100", "430200"),
  priceFrom: fc.constantFrom(null, ...PRICE_BANDS),
  priceBelow: fc.constant(null),
  markTenths: fc.constantFrom(null, 40, 45),
  saleModes: fc.subarray([...saleModes]),
});

describe("facets", () => {
  it("promise what choosing leads to: each count is the total that the choice leaves", () => {
    fc.assert(
      fc.property(cells, choices, (some, chosen) => {
        const facets = facetsOf(some, chosen);
        for (const { categoryId, count } of facets.categories)
          expect(facetsOf(some, { ...chosen, categoryId }).total).toBe(count);
        for (const { code, count } of facets.regions)
          expect(facetsOf(some, { ...chosen, regionCode: code }).total).toBe(count);
        for (const { tenths, count } of facets.marks)
          expect(facetsOf(some, { ...chosen, markTenths: tenths }).total).toBe(count);
        for (const { mode, count } of facets.saleModes)
          expect(facetsOf(some, { ...chosen, saleModes: [mode] }).total).toBe(count);
        for (const { from, below, count } of facets.prices)
          expect(facetsOf(some, { ...chosen, priceFrom: from, priceBelow: below }).total).toBe(count);
      }),
      { seed: 20261123 },
    );
  });

  it("are not narrowed by a choice in their own dimension", () => {
    fc.assert(
      fc.property(cells, choices, (some, chosen) => {
        const [narrow, wide] = [facetsOf(some, chosen), facetsOf(some, { ...chosen, regionCode: null })];
        expect(narrow.regions).toEqual(wide.regions);
        expect(facetsOf(some, { ...chosen, categoryId: null }).categories).toEqual(narrow.categories);
      }),
      { seed: 20261123 },
    );
  });

  it("count a product in each of its cities and once in all", () => {
    const facets = facetsOf([cell({ regions: ["430100", "430200"], n: 3 }), cell({ n: 2 })], NOTHING);
    expect(facets.total).toBe(5);
    expect(facets.regions).toEqual([
      { code: "430100", count: 5 },
      { code: "430200", count: 3 },
    ]);
  });

  it("stop counting at a thousand, and order by how many there are", () => {
    const facets = facetsOf([cell({ n: 900 }), cell({ categoryId: "office", n: 700 })], NOTHING);
    expect(facets.total).toBe(COUNT_CAP);
    expect(facets.categories.map(({ count }) => count)).toEqual([900, 700]);
  });

  it("take in every band that a price of one's own touches", () => {
    const some = [cell({ band: 0 }), cell({ band: 1 }), cell({ band: 2 })];
    expect(facetsOf(some, { ...NOTHING, priceFrom: 20_000 }).total).toBe(2);
    expect(facetsOf(some, { ...NOTHING, priceBelow: 20_000 }).total).toBe(2);
  });
});
