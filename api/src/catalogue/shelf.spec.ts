import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Component, defaultQuantity, PLAIN_COMPONENT } from "./product.js";
import { ratingScore, recommendScore, type ShelfService, shelfOf } from "./shelf.js";

const part = (itemId: string, wish: Partial<Component> = {}): Component => ({
  ...PLAIN_COMPONENT,
  id: itemId,
  versionId: "version",
  position: 1,
  itemId,
  itemCode: itemId,
  itemName: itemId,
  unit: "次",
  itemState: "ACTIVE",
  milestones: [],
  required: true,
  selectedByDefault: true,
  quantityKind: "FIXED",
  quantity: 1,
  stage: 1,
  ...wish,
});
const service = (itemId: string, supplierId: string, salePrice: number, ...regions: string[]): ShelfService => ({
  itemId,
  supplierId,
  salePrice,
  level: 3,
  regions,
});
const version = (...regions: string[]) => ({ regions, inputs: [], choiceGroups: [] });

describe("the shelf", () => {
  it("asks the least sum of what is required, in the default quantities", () => {
    const parts = [part("a", { quantity: 2 }), part("b"), part("c", { required: false })];
    const services = [service("a", "one", 500, "X"), service("a", "two", 400, "X"), service("b", "one", 100, "X")];
    expect(shelfOf(version("X"), parts, services)).toEqual({
      listed: true,
      priceFrom: 900,
      supplierCount: 2,
      regions: ["X"],
    });
  });

  it("does not add up a price from suppliers of two regions", () => {
    const services = [service("a", "one", 100, "X"), service("a", "two", 900, "Y"), service("b", "two", 50, "Y")];
    const shelf = shelfOf(version("X", "Y"), [part("a"), part("b")], services);
    expect(shelf).toMatchObject({ regions: ["Y"], priceFrom: 950 });
  });

  it("is empty when nobody can do something required", () => {
    expect(shelfOf(version("X"), [part("a")], [])).toMatchObject({ listed: false, regions: [] });
    expect(shelfOf(version("X"), [part("a")], [service("a", "one", 100, "Y")])).toMatchObject({ listed: false });
    expect(shelfOf(version("X"), [part("a", { required: false })], [service("a", "one", 1, "X")]).listed).toBe(false);
  });

  it("takes the cheapest side of an either-or, among those who may do it", () => {
    const floor = { code: "FLOOR", name: "地面", nameEn: "", min: 1, max: 1 };
    const either = (itemId: string, wish: Partial<Component> = {}) =>
      part(itemId, { required: false, choiceGroup: "FLOOR", ...wish });
    const parts = [part("a"), either("wood"), either("tile", { eligible: { kind: "LIST", supplierIds: ["two"] } })];
    const services = [service("a", "one", 100, "X"), service("wood", "one", 90, "X"), service("tile", "one", 10, "X")];
    const grouped = { ...version("X"), choiceGroups: [floor] };
    expect(shelfOf(grouped, parts, services)).toMatchObject({ listed: true, priceFrom: 190 });
    const more = [...services, service("tile", "two", 30, "X")];
    expect(shelfOf(grouped, parts, more)).toMatchObject({ priceFrom: 130, supplierCount: 2 });
    expect(shelfOf(grouped, parts, services.slice(0, 1))).toMatchObject({ listed: false });
  });

  it("never gets dearer by one more supplier", () => {
    const price = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(fc.array(price, { minLength: 1, maxLength: 8 }), price, (prices, more) => {
        const services = prices.map((salePrice, index) => service("a", `s${index}`, salePrice, "X"));
        const before = shelfOf(version("X"), [part("a")], services);
        const after = shelfOf(version("X"), [part("a")], [...services, service("a", "more", more, "X")]);
        expect(after.priceFrom).toBeLessThanOrEqual(before.priceFrom);
        expect(after.priceFrom).toBe(Math.min(...prices, more));
      }),
      { seed: 20261122 },
    );
  });
});

describe("the default quantity", () => {
  const area = { code: "AREA", label: "", labelEn: "", kind: "NUMBER", unit: null, required: true } as const;
  const asked = { ...area, min: 20, max: null, options: [], hint: null };
  it("is the fixed or assumed one, else the least that can be told, else one", () => {
    const byArea = { quantityKind: "INPUT", quantity: null, quantityInput: "AREA" } as const;
    expect(defaultQuantity(part("a", { quantity: 3 }), [])).toBe(3);
    expect(defaultQuantity(part("a", { ...byArea, quantity: 89 }), [asked])).toBe(89);
    expect(defaultQuantity(part("a", byArea), [asked])).toBe(20);
    expect(defaultQuantity(part("a", byArea), [{ ...asked, min: null }])).toBe(1);
  });
});

describe("standing with customers", () => {
  it("draws few marks towards the middle", () => {
    const newcomer = { ratingCount: 1, overallSum: 5, soldCount: 0 };
    const proven = { ratingCount: 100, overallSum: 480, soldCount: 0 };
    expect(ratingScore({ ratingCount: 0, overallSum: 0, soldCount: 0 })).toBe(42_000);
    expect(ratingScore(proven)).toBeGreaterThan(ratingScore(newcomer));
  });

  it("counts sales by their tenfold", () => {
    const base = { ratingCount: 0, overallSum: 0 };
    expect(recommendScore({ ...base, soldCount: 9 }) - recommendScore({ ...base, soldCount: 0 })).toBe(3_000);
  });
});
