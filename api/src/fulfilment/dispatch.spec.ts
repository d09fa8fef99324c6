import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY } from "../kernel/clock.js";
import { fen } from "../kernel/money.js";
import { Refusal } from "../kernel/refusal.js";
import {
  type Asked,
  attemptTable,
  type Demand,
  dayStart,
  MAX_OFFERS,
  type Need,
  nextOffer,
  rank,
  roundOfNextOffer,
  type Service,
  saleOf,
  weights,
} from "./dispatch.js";

const NOW = Date.parse("2026-11-20T02:00:00Z");
const need: Need = {
  regionCode: "430100",
  quantity: 2,
  chosenSupplierId: null,
  chosenBy: "PLATFORM",
  plannedCost: 18_000,
  price: 30_000,
  seller: null,
  noRoom: null,
  round: 1,
};
const aService = (supplierId: string, change: Partial<Service> = {}): Service => ({
  supplierId,
  level: 3,
  costPrice: 10_000,
  regions: ["430100"],
  ratingCount: 0,
  overallSum: 0,
  perDay: 5,
  concurrent: null,
  ...change,
});
const demand = (
  takenToday: Record<string, number> = {},
  lastAskedAt: Record<string, number> = {},
  openNow: Record<string, number> = {},
): Demand => ({
  takenToday: new Map(Object.entries(takenToday)),
  openNow: new Map(Object.entries(openNow)),
  lastAskedAt: new Map(Object.entries(lastAskedAt)),
});
const quiet = demand();
const first = (services: Service[], asked: Asked[] = [], wanted: Need = need, asks: Demand = quiet) =>
  nextOffer(wanted, rank(wanted, services, asks, asked, NOW), asked);

describe("an offer's life", () => {
  it.each([
    ["ACCEPT", "ACCEPTED"],
    ["DECLINE", "DECLINED"],
    ["EXPIRE", "EXPIRED"],
    ["WITHDRAW", "WITHDRAWN"],
  ] as const)("ends by %s as %s, for good", (verb, state) => {
    expect(attemptTable.after("OFFERED", verb)).toBe(state);
    expect(() => attemptTable.after(state, "ACCEPT")).toThrow(Refusal);
  });
});

describe("who may be asked", () => {
  it("by the day of Shanghai", () => {
    expect(dayStart(Date.parse("2026-11-20T15:59:59.999Z"))).toBe(Date.parse("2026-11-19T16:00:00Z"));
    expect(dayStart(Date.parse("2026-11-20T16:00:00Z"))).toBe(Date.parse("2026-11-20T16:00:00Z"));
  });

  it("only suppliers that serve the region and have room today", () => {
    const services = [aService("far", { regions: ["110000"] }), aService("full")];
    const ranked = rank(need, services, demand({ full: 5 }), [], NOW);
    const reasons = Object.fromEntries(ranked.map(({ supplierId, reasons: why }) => [supplierId, why]));
    expect(reasons).toEqual({ far: ["REGION"], full: ["FULL_TODAY"] });
    expect(first(services, [], need, demand({ full: 5 }))).toBeNull();
  });

  it("by the day that was kept with the order, where one was, instead of today", () => {
    const services = [aService("full"), aService("free")];
    const wanted = { ...need, noRoom: new Set(["full"]) };
    const reasons = rank(wanted, services, demand({ free: 5 }), [], NOW).map(({ supplierId, reasons: why }) => [
      supplierId,
      why,
    ]);
    expect(Object.fromEntries(reasons)).toEqual({ full: ["FULL_THAT_DAY"], free: [] });
  });

  it("nobody but the supplier that sells it, where that is one", () => {
    const services = [aService("seller"), aService("other")];
    const wanted: Need = { ...need, chosenSupplierId: "seller", seller: "seller" };
    expect(rank(wanted, services, quiet, [], NOW).map(({ supplierId, eligible }) => [supplierId, eligible])).toEqual([
      ["seller", true],
      ["other", false],
    ]);
    const asked: Asked[] = [{ supplierId: "seller", round: 1, state: "DECLINED" }];
    expect(first(services, asked, wanted)).toBeNull();
    expect(saleOf({ saleAmount: fen(1), collectionMode: "DIRECT", supplierId: "s" }).seller).toBe("s");
    expect(saleOf({ saleAmount: fen(1), collectionMode: "OWN_SALE", supplierId: "s" }).seller).toBeNull();
  });

  it("nobody who has as much open as it can do at once", () => {
    const busy = aService("busy", { concurrent: 2 });
    expect(rank(need, [busy], demand({}, {}, { busy: 1 }), [], NOW)[0]?.reasons).toEqual([]);
    expect(rank(need, [busy], demand({}, {}, { busy: 2 }), [], NOW)[0]?.reasons).toEqual(["BUSY"]);
  });

  it("nobody at a loss, unless a person wants it", () => {
    const dear = aService("dear", { costPrice: 15_001 });
    expect(first([dear])).toBeNull();
    expect(rank(need, [dear], quiet, [], NOW)[0]).toMatchObject({ eligible: true, reasons: ["COSTS_MORE_THAN_PRICE"] });
    expect(first([aService("even", { costPrice: 15_000 })])?.candidate.supplierId).toBe("even");
  });

  it("not the supplier of the order once it stopped offering the item, and the dispatcher is told", () => {
    const wanted: Need = { ...need, chosenSupplierId: "gone", chosenBy: "CUSTOMER" };
    const ranked = rank(wanted, [aService("a")], quiet, [], NOW);
    expect(ranked[1]).toMatchObject({ supplierId: "gone", eligible: false, reasons: ["CHOSEN_BY_CUSTOMER", "PAUSED"] });
    expect(first([aService("a")], [], wanted)?.candidate.supplierId).toBe("a");
  });

  it("nobody a second time by the platform itself, even in a later round", () => {
    const asked: Asked[] = [{ supplierId: "a", round: 1, state: "EXPIRED" }];
    expect(first([aService("a")], asked)).toBeNull();
    expect(first([aService("a")], asked, { ...need, round: 2 })).toBeNull();
  });

  it("by hand again in a new round, with a note that they declined earlier", () => {
    const asked: Asked[] = [{ supplierId: "a", round: 1, state: "DECLINED" }];
    expect(rank(need, [aService("a")], quiet, asked, NOW)[0]).toMatchObject({
      eligible: false,
      reasons: ["ALREADY_ASKED"],
    });
    const again = rank({ ...need, round: 2 }, [aService("a")], quiet, asked, NOW)[0];
    expect(again).toMatchObject({ eligible: true, reasons: ["ASKED_EARLIER"] });
  });

  it("five at most in a round", () => {
    const asked = Array.from(
      { length: MAX_OFFERS },
      (_, i): Asked => ({ supplierId: `x${i}`, round: 1, state: "DECLINED" }),
    );
    expect(first([aService("a")], asked)).toBeNull();
    expect(first([aService("a")], asked.slice(1))?.candidate.supplierId).toBe("a");
    expect(first([aService("a")], asked, { ...need, round: 2 })?.candidate.supplierId).toBe("a");
  });

  it("a new round begins when a person takes over", () => {
    expect(roundOfNextOffer({ state: "TO_DISPATCH", round: 1 })).toBe(1);
    expect(roundOfNextOffer({ state: "NEEDS_HUMAN", round: 1 })).toBe(2);
  });
});

describe("who is asked first", () => {
  const best = aService("best", { level: 5, ratingCount: 50, overallSum: 250, costPrice: 5_000 });

  it("the supplier the customer chose, however others score", () => {
    const wanted: Need = { ...need, chosenSupplierId: "own", chosenBy: "CUSTOMER" };
    expect(first([best, aService("own", { level: 1 })], [], wanted)).toMatchObject({
      strategy: "CHOSEN_BY_CUSTOMER",
      candidate: { supplierId: "own", reasons: ["CHOSEN_BY_CUSTOMER"] },
    });
  });

  it("the one recommended when the order was placed, if the platform chose", () => {
    expect(first([best, aService("own")], [], { ...need, chosenSupplierId: "own" })?.strategy).toBe("RECOMMENDED");
  });

  it("else the best score; after a refusal the next best", () => {
    const second = aService("second", { level: 4 });
    const wanted: Need = { ...need, chosenSupplierId: "own", chosenBy: "CUSTOMER" };
    const own: Asked = { supplierId: "own", round: 1, state: "DECLINED" };
    const candidates = [second, best, aService("own"), aService("third", { level: 1 })];
    expect(first(candidates, [own], wanted)).toMatchObject({
      strategy: "BEST_SCORE",
      candidate: { supplierId: "best" },
    });
    const two: Asked[] = [own, { supplierId: "best", round: 1, state: "EXPIRED" }];
    expect(first(candidates, two, wanted)?.candidate.supplierId).toBe("second");
  });
});

describe("pay", () => {
  it("is what the order froze for the supplier it names, whatever that asks today", () => {
    const wanted: Need = { ...need, chosenSupplierId: "own" };
    expect(first([aService("own", { costPrice: 99_999 })], [], wanted)?.candidate.pay).toBe(18_000);
  });

  it("is its own cost price of today times the quantity for anybody else", () => {
    expect(first([aService("other", { costPrice: 7_333 })], [], { ...need, quantity: 1.5 })?.candidate.pay).toBe(
      11_000,
    );
  });
});

describe("a score", () => {
  it("says where each point comes from", () => {
    const service = aService("a", { level: 5, ratingCount: 5, overallSum: 25 });
    const [ranked] = rank(need, [service], demand({ a: 1 }, { a: NOW - DAY }), [], NOW);
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
    const [newcomer] = rank(need, [aService("new")], quiet, [], NOW);
    expect(newcomer?.trace.find((part) => part.code === "RATING")?.value).toBe(0.8);
  });

  it("never gets worse by a higher level, a better rating or a lower cost (seed 23)", () => {
    const better: readonly Partial<Service>[] = [
      { level: 5 },
      { ratingCount: 9, overallSum: 45 },
      { costPrice: 1_000 },
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1_000, max: 90_000 }),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom(...better),
        (level, costPrice, taken, change) => {
          const plain = aService("plain", { level, costPrice, ratingCount: 9, overallSum: 20 });
          const asks = demand({ plain: taken, better: taken });
          const ranked = rank(need, [plain, { ...plain, supplierId: "better", ...change }], asks, [], NOW);
          const scoreOf = (id: string) => ranked.find(({ supplierId }) => supplierId === id)?.score ?? 0;
          expect(scoreOf("better")).toBeGreaterThanOrEqual(scoreOf("plain"));
        },
      ),
      { seed: 23 },
    );
  });

  it("stays within 0…100 and orders alike whatever order the services come in (seed 29)", () => {
    const any = fc.record({
      level: fc.integer({ min: 1, max: 5 }),
      costPrice: fc.integer({ min: 0, max: 1_000_000 }),
      perDay: fc.integer({ min: 0, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), fc.integer({ min: 0, max: 40 }), (changes, taken) => {
        const services = changes.map((change, index) => aService(`s${index}`, change));
        const asks = demand({ s0: taken, s3: taken }, { s1: NOW - taken * DAY });
        const ranked = rank(need, services, asks, [], NOW);
        for (const { score } of ranked) expect(score).toBeGreaterThanOrEqual(0);
        for (const { score } of ranked) expect(score).toBeLessThanOrEqual(100);
        expect(rank(need, [...services].reverse(), asks, [], NOW)).toEqual(ranked);
      }),
      { seed: 29 },
    );
  });
});
