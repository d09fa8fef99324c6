import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY } from "../kernel/clock.js";
import { Refusal } from "../kernel/refusal.js";
import {
  type Asked,
  attemptTable,
  type Candidate,
  MAX_OFFERS,
  type Need,
  nextOffer,
  rank,
  roundOfNextOffer,
  weights,
} from "./dispatch.js";

const NOW = Date.parse("2026-11-20T02:00:00Z");
const need: Need = { regionCode: "430100", chosenSupplierId: null, chosenBy: "PLATFORM", round: 1 };
const aCandidate = (supplierId: string, change: Partial<Candidate> = {}): Candidate => ({
  supplierId,
  level: 3,
  costPrice: 10_000,
  regions: ["430100"],
  ratingCount: 0,
  overallSum: 0,
  perDay: 5,
  takenToday: 0,
  lastAskedAt: NOW - DAY,
  ...change,
});
const first = (candidates: Candidate[], asked: Asked[] = [], wanted: Need = need) =>
  nextOffer(wanted, rank(wanted, candidates, asked, NOW), asked);

describe("an offer's life", () => {
  it.each([
    ["ACCEPT", "ACCEPTED"],
    ["DECLINE", "DECLINED"],
    ["EXPIRE", "EXPIRED"],
    ["WITHDRAW", "WITHDRAWN"],
    ["LOSE", "LOST"],
  ] as const)("ends by %s as %s, for good", (verb, state) => {
    expect(attemptTable.after("OFFERED", verb)).toBe(state);
    expect(() => attemptTable.after(state, "ACCEPT")).toThrow(Refusal);
  });
});

describe("who may be asked", () => {
  it("only suppliers that serve the region and have room today", () => {
    const ranked = rank(
      need,
      [aCandidate("far", { regions: ["110000"] }), aCandidate("full", { takenToday: 5 })],
      [],
      NOW,
    );
    const reasons = Object.fromEntries(ranked.map(({ supplierId, reasons: why }) => [supplierId, why]));
    expect(reasons).toEqual({ far: ["REGION"], full: ["FULL_TODAY"] });
    expect(first([aCandidate("far", { regions: [] }), aCandidate("full", { takenToday: 5 })])).toBeNull();
  });

  it("nobody a second time by the platform itself, even in a later round", () => {
    const asked: Asked[] = [{ supplierId: "a", round: 1, state: "EXPIRED" }];
    expect(first([aCandidate("a")], asked)).toBeNull();
    expect(first([aCandidate("a")], asked, { ...need, round: 2 })).toBeNull();
  });

  it("by hand again in a new round, with a note that they declined earlier", () => {
    const asked: Asked[] = [{ supplierId: "a", round: 1, state: "DECLINED" }];
    expect(rank(need, [aCandidate("a")], asked, NOW)[0]).toMatchObject({
      eligible: false,
      reasons: ["ALREADY_DECLINED"],
    });
    const again = rank({ ...need, round: 2 }, [aCandidate("a")], asked, NOW)[0];
    expect(again).toMatchObject({ eligible: true, reasons: ["DECLINED_EARLIER"] });
  });

  it("five at most in a round", () => {
    const asked = Array.from(
      { length: MAX_OFFERS },
      (_, i): Asked => ({ supplierId: `x${i}`, round: 1, state: "DECLINED" }),
    );
    expect(first([aCandidate("a")], asked)).toBeNull();
    expect(first([aCandidate("a")], asked.slice(1))?.candidate.supplierId).toBe("a");
    expect(first([aCandidate("a")], asked, { ...need, round: 2 })?.candidate.supplierId).toBe("a");
  });

  it("a new round begins when a person takes over", () => {
    expect(roundOfNextOffer({ state: "TO_DISPATCH", round: 1 })).toBe(1);
    expect(roundOfNextOffer({ state: "NEEDS_HUMAN", round: 1 })).toBe(2);
  });
});

describe("who is asked first", () => {
  const best = aCandidate("best", { level: 5, ratingCount: 50, overallSum: 250, costPrice: 5_000 });

  it("the supplier the customer chose, however others score", () => {
    const wanted: Need = { ...need, chosenSupplierId: "own", chosenBy: "CUSTOMER" };
    expect(first([best, aCandidate("own", { level: 1 })], [], wanted)).toMatchObject({
      strategy: "CHOSEN_BY_CUSTOMER",
      candidate: { supplierId: "own", reasons: ["CHOSEN_BY_CUSTOMER"] },
    });
  });

  it("the one recommended when the order was placed, if the platform chose", () => {
    expect(first([best, aCandidate("own")], [], { ...need, chosenSupplierId: "own" })?.strategy).toBe("RECOMMENDED");
  });

  it("else the best score; after a refusal the next best", () => {
    const second = aCandidate("second", { level: 4 });
    const wanted: Need = { ...need, chosenSupplierId: "own", chosenBy: "CUSTOMER" };
    const own: Asked = { supplierId: "own", round: 1, state: "DECLINED" };
    const candidates = [second, best, aCandidate("own"), aCandidate("third", { level: 1 })];
    expect(first(candidates, [own], wanted)).toMatchObject({
      strategy: "BEST_SCORE",
      candidate: { supplierId: "best" },
    });
    const two: Asked[] = [own, { supplierId: "best", round: 1, state: "EXPIRED" }];
    expect(first(candidates, two, wanted)?.candidate.supplierId).toBe("second");
  });
});

describe("a score", () => {
  it("says where each point comes from", () => {
    const [ranked] = rank(
      need,
      [aCandidate("a", { level: 5, takenToday: 1, ratingCount: 5, overallSum: 25 })],
      [],
      NOW,
    );
    expect(ranked?.trace).toEqual([
      { code: "LEVEL", value: 1, weight: 25, points: 25 },
      { code: "RATING", value: 0.9, weight: 30, points: 27 },
      { code: "CAPACITY", value: 0.8, weight: 15, points: 12 },
      { code: "COST", value: 1, weight: 20, points: 20 },
      { code: "FAIRNESS", value: 0.1429, weight: 10, points: 1.429 },
    ]);
    expect(ranked?.score).toBe(85.429);
  });

  it("has weights that sum to 100", () => {
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBe(100);
  });

  it("rates a newcomer near the average, not at nothing", () => {
    const [newcomer] = rank(need, [aCandidate("new")], [], NOW);
    expect(newcomer?.trace.find((part) => part.code === "RATING")?.value).toBe(0.8);
  });

  it("never gets worse by a higher level, a better rating, a lower cost or more room (seed 23)", () => {
    const better: readonly Partial<Candidate>[] = [
      { level: 5 },
      { ratingCount: 9, overallSum: 45 },
      { costPrice: 1_000 },
      { takenToday: 0 },
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1_000, max: 90_000 }),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom(...better),
        (level, costPrice, takenToday, change) => {
          const rating = { ratingCount: 9, overallSum: 20 };
          const plain = aCandidate("plain", { level, costPrice, takenToday, ...rating });
          const ranked = rank(need, [plain, { ...plain, supplierId: "better", ...change }], [], NOW);
          const scoreOf = (id: string) => ranked.find(({ supplierId }) => supplierId === id)?.score ?? 0;
          expect(scoreOf("better")).toBeGreaterThanOrEqual(scoreOf("plain"));
        },
      ),
      { seed: 23 },
    );
  });

  it("stays within 0…100 and orders alike whatever order the candidates come in (seed 29)", () => {
    const any = fc.record({
      level: fc.integer({ min: 1, max: 5 }),
      costPrice: fc.integer({ min: 0, max: 1_000_000 }),
      perDay: fc.integer({ min: 0, max: 30 }),
      takenToday: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (changes) => {
        const candidates = changes.map((change, index) => aCandidate(`s${index}`, change));
        const ranked = rank(need, candidates, [], NOW);
        for (const { score } of ranked) expect(score).toBeGreaterThanOrEqual(0);
        for (const { score } of ranked) expect(score).toBeLessThanOrEqual(100);
        expect(rank(need, [...candidates].reverse(), [], NOW)).toEqual(ranked);
      }),
      { seed: 29 },
    );
  });
});
