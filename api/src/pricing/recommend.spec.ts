import { array, assert, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { type Candidate, rank } from "./recommend.js";

const SEED = 20_261_120;

function aCandidate(id: string, wish: Partial<Candidate> = {}): Candidate {
  return {
    id,
    supplierId: `supplier-${id}`,
    salePrice: 10_000,
    ratingCount: 0,
    overallSum: 0,
    completedCount: 0,
    ...wish,
  };
}

const ids = (services: readonly Candidate[]): string[] => rank(services).map(({ service }) => service.id);

describe("ranking the suppliers of one item", () => {
  it("prefers the better marked of two at the same price", () => {
    const good = aCandidate("good", { ratingCount: 40, overallSum: 196, completedCount: 10 });
    const poor = aCandidate("poor", { ratingCount: 40, overallSum: 140, completedCount: 10 });
    expect(ids([poor, good])).toEqual(["good", "poor"]);
    expect(rank([poor, good])[0]?.reason).toBe("BEST_RATED");
  });

  it("does not let one perfect mark beat a long good record", () => {
    const once = aCandidate("once", { ratingCount: 1, overallSum: 5, completedCount: 1 });
    const often = aCandidate("often", { ratingCount: 200, overallSum: 960, completedCount: 200 });
    expect(ids([once, often])).toEqual(["often", "once"]);
  });

  it("prefers the cheaper of two newcomers and says why", () => {
    const [first] = rank([aCandidate("dear", { salePrice: 12_000 }), aCandidate("cheap")]);
    expect(first).toMatchObject({ service: { id: "cheap" }, reason: "LOWEST_PRICE" });
  });

  it("names experience where nothing else stands out, and a lone supplier the only choice", () => {
    const [old] = rank([aCandidate("new"), aCandidate("old", { completedCount: 9 })]);
    expect(old).toMatchObject({ service: { id: "old" }, reason: "MOST_EXPERIENCED" });
    expect(rank([aCandidate("alone")])[0]?.reason).toBe("ONLY_CHOICE");
    expect(rank([aCandidate("a"), aCandidate("b")]).map(({ reason }) => reason)).toEqual(["BALANCED", "BALANCED"]);
  });

  it("does not depend on the order it is asked in, and keeps scores between 0 and 100", () => {
    const candidate = record({
      salePrice: integer({ min: 1, max: 1_000_000 }),
      ratingCount: integer({ min: 0, max: 500 }),
      mean: integer({ min: 1, max: 5 }),
      completedCount: integer({ min: 0, max: 5_000 }),
    });
    assert(
      property(array(candidate, { minLength: 1, maxLength: 8 }), (many) => {
        const services = many.map(({ mean, ...wish }, i) =>
          aCandidate(`c${i}`, { ...wish, overallSum: mean * wish.ratingCount }),
        );
        expect(ids([...services].reverse())).toEqual(ids(services));
        for (const { score } of rank(services)) expect(score >= 0 && score <= 100).toBe(true);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
