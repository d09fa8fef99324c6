import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOUR } from "../kernel/clock.js";
import {
  type AbleService,
  atDeadline,
  BUSY_AT,
  chooseInvitees,
  type InviteDemand,
  inviteWeights,
  type RouteNeed,
  rankInvitees,
} from "./routing.js";

const NOW = 1_800_000_000_000;
const REGION: string = "430100";
const need = (wish: Partial<RouteNeed> = {}): RouteNeed => ({
  subject: "ITEMS",
  lines: [{ itemId: "A" }],
  regionCode: REGION,
  maxSuppliers: 3,
  round: 1,
  ...wish,
});
const service = (supplierId: string, wish: Partial<AbleService> = {}): AbleService => ({
  supplierId,
  itemId: "A",
  level: 3,
  regions: [REGION],
  ratingCount: 0,
  overallSum: 0,
  ...wish,
});
const nobodyAsked: InviteDemand = { openInvitations: new Map(), lastInvitedAt: new Map(), full: new Set() };

const choose = (wish: RouteNeed, services: readonly AbleService[], demand: InviteDemand, now = NOW) =>
  chooseInvitees(wish, rankInvitees(wish, services, demand, [], now), demand);

const aService = fc.record({
  supplierId: fc.integer({ min: 1, max: 40 }).map((n) => `S${n}`),
  itemId: fc.constantFrom("A", "B"),
  level: fc.integer({ min: 1, max: 5 }),
  regions: fc.constantFrom<readonly string[]>([REGION], ["430200"], [REGION, "430200"]),
  ratingCount: fc.integer({ min: 0, max: 50 }),
  overallSum: fc.constant(0),
});

describe("routing", () => {
  it("weighs a hundred points in all", () => {
    expect(Object.values(inviteWeights).reduce((sum, weight) => sum + weight, 0)).toBe(100);
  });

  it("keeps to the cap, the region and one invitation each, whatever suppliers there are", () => {
    fc.assert(
      fc.property(fc.array(aService, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (services, cap) => {
        const chosen = choose(
          need({ maxSuppliers: cap, lines: [{ itemId: "A" }, { itemId: "B" }] }),
          services,
          nobodyAsked,
        );
        const ids = chosen.map(({ supplierId }) => supplierId);
        expect(ids.length).toBeLessThanOrEqual(cap);
        expect(new Set(ids).size).toBe(ids.length);
        const inRegion = new Set(services.filter((s) => s.regions.includes(REGION)).map((s) => s.supplierId));
        for (const id of ids) expect(inRegion.has(id)).toBe(true);
        expect(ids.length).toBe(Math.min(cap, inRegion.size));
      }),
    );
  });

  it("asks everybody eligible within as many inquiries as there are suppliers, however low their score", () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 6 }), fc.integer({ min: 4, max: 25 }), (cap, count) => {
        // Each next one is worse by far, so that points alone would never reach the last.
        const services = Array.from({ length: count }, (_, n) =>
          service(`S${String(n).padStart(2, "0")}`, {
            level: n === 0 ? 5 : 1,
            ratingCount: 100,
            overallSum: n < cap ? 500 : 100,
          }),
        );
        const lastInvitedAt = new Map<string, number>();
        for (let round = 0; round < count; round += 1) {
          const demand = { openInvitations: new Map(), lastInvitedAt, full: new Set<string>() };
          const at = NOW + round * HOUR;
          for (const { supplierId } of choose(need({ maxSuppliers: cap }), services, demand, at))
            lastInvitedAt.set(supplierId, at);
        }
        expect(lastInvitedAt.size).toBe(count);
      }),
    );
  });

  it("says why not: another city, too much to answer, asked before", () => {
    const services = [service("FAR", { regions: ["430200"] }), service("BUSY"), service("ASKED"), service("FREE")];
    const demand = { ...nobodyAsked, openInvitations: new Map([["BUSY", BUSY_AT]]) };
    const ranked = rankInvitees(need(), services, demand, [{ supplierId: "ASKED", round: 1, state: "DECLINED" }], NOW);
    const blockers = Object.fromEntries(ranked.map((one) => [one.supplierId, one.blockers]));
    expect(blockers).toEqual({ FAR: ["REGION"], BUSY: ["BUSY"], ASKED: ["ALREADY_ASKED"], FREE: [] });
    expect(ranked[0]?.supplierId).toBe("FREE");
  });

  it("asks again in a later round who did not answer, and who was busy; never who declined", () => {
    const services = [service("SILENT"), service("NO"), service("BUSY")];
    const demand = { ...nobodyAsked, openInvitations: new Map([["BUSY", BUSY_AT]]) };
    const invited = [
      { supplierId: "SILENT", round: 1, state: "NO_RESPONSE" as const },
      { supplierId: "NO", round: 1, state: "DECLINED" as const },
    ];
    const wish = need({ round: 2 });
    const chosen = chooseInvitees(wish, rankInvitees(wish, services, demand, invited, NOW), demand);
    expect(chosen.map(({ supplierId }) => supplierId).sort()).toEqual(["BUSY", "SILENT"]);
  });

  it("passes over who has no room on the day in the first round, and asks them in a later one", () => {
    const full = new Set(["FULL"]);
    const blockersIn = (round: number) =>
      rankInvitees(need({ round }), [service("FULL")], { ...nobodyAsked, full }, [], NOW)[0]?.blockers;
    expect([blockersIn(1), blockersIn(2)]).toEqual([["FULL"], []]);
  });

  it("asks of a product's component only whom the product allows for it", () => {
    const lines = [
      { itemId: "A", eligible: { kind: "LIST" as const, supplierIds: ["NAMED"] } },
      { itemId: "B", eligible: { kind: "LEVEL" as const, minLevel: 4 } },
    ];
    const services = [
      service("NAMED"),
      service("OTHER"),
      service("ABLE", { itemId: "B", level: 4 }),
      service("LOW", { itemId: "B", level: 3 }),
    ];
    const ranked = rankInvitees(need({ lines }), services, nobodyAsked, [], NOW);
    expect(ranked.map(({ supplierId }) => supplierId).sort()).toEqual(["ABLE", "NAMED"]);
  });

  it("prefers who can do more of it", () => {
    const services = [service("HALF"), service("WHOLE"), service("WHOLE", { itemId: "B" })];
    const wish = need({ lines: [{ itemId: "A" }, { itemId: "B" }], maxSuppliers: 1 });
    expect(choose(wish, services, nobodyAsked).map(({ supplierId }) => supplierId)).toEqual(["WHOLE"]);
  });
});

describe("the deadline", () => {
  it.each([
    [{ bids: 2, minBids: 2, round: 1, othersLeft: true }, "EVALUATE"],
    [{ bids: 1, minBids: 2, round: 1, othersLeft: true }, "WIDEN"],
    [{ bids: 1, minBids: 2, round: 2, othersLeft: true }, "EVALUATE"],
    [{ bids: 0, minBids: 1, round: 1, othersLeft: false }, "RUN_DRY"],
    [{ bids: 0, minBids: 1, round: 2, othersLeft: true }, "RUN_DRY"],
  ] as const)("%o → %s", (inquiry, expected) => {
    expect(atDeadline(inquiry)).toBe(expected);
  });
});
