import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY } from "../kernel/clock.js";
import { fen, plus } from "../kernel/money.js";
import { Refusal } from "../kernel/refusal.js";
import { tenders } from "./payment.js";
import {
  checkAllocations,
  planAllocations,
  type RefundableTender,
  remainingOf,
  remainingOfAll,
  routesOf,
} from "./refund-plan.js";

const SEED = 20_261_123;
const NOW = 400 * DAY;

const aTender = (change: Partial<RefundableTender> = {}): RefundableTender => ({
  paymentId: "p1",
  instalmentId: "i1",
  seq: 1,
  tender: "TEST_CHANNEL",
  applied: fen(300_000),
  refunded: fen(0),
  settledAt: NOW - DAY,
  channelRefunds: 0,
  ...change,
});

const refusalOf = (act: () => unknown): string => {
  try {
    act();
    return "none";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

describe("the default plan of a refund", () => {
  it("takes the newest instalment first, and its tenders in proportion", () => {
    const first = aTender();
    const wallet = aTender({ paymentId: "p2", instalmentId: "i2", seq: 2, tender: "CREDIT", applied: fen(50_000) });
    const online = aTender({ paymentId: "p3", instalmentId: "i2", seq: 2, applied: fen(250_000) });
    const bank = aTender({
      paymentId: "p4",
      instalmentId: "i2",
      seq: 2,
      tender: "BANK_TRANSFER",
      applied: fen(100_000),
    });
    const planned = planAllocations(fen(100_000), [first, wallet, online, bank], NOW);
    expect(planned.map(({ paymentId, amount, route }) => [paymentId, amount, route])).toEqual([
      ["p2", 12_500, "CREDIT"],
      ["p3", 62_500, "ORIGINAL"],
      ["p4", 25_000, "BANK"],
    ]);
    const more = planAllocations(fen(400_001), [first, wallet, online, bank], NOW);
    expect(more.find(({ paymentId }) => paymentId === "p1")?.amount).toBe(1);
  });

  it("splits by the largest remainder, so that no fen is lost: ¥1,000 over 3,000 and 2,500", () => {
    const other = aTender({ paymentId: "p2", applied: fen(250_000) });
    const planned = planAllocations(fen(100_000), [aTender(), other], NOW);
    expect(planned.map(({ amount }) => amount)).toEqual([54_545, 45_455]);
  });

  it("refuses more than is left of what came", () => {
    const tender = aTender({ refunded: fen(299_999) });
    expect(planAllocations(fen(1), [tender], NOW)).toHaveLength(1);
    expect(refusalOf(() => planAllocations(fen(2), [tender], NOW))).toBe("REFUND_EXCEEDS_PAID");
  });

  it("sums to the amount and leaves no tender below zero, whatever came and went before", () => {
    const tender = record({
      seq: integer({ min: 1, max: 4 }),
      tender: constantFrom(...tenders),
      applied: integer({ min: 0, max: 1_000_000 }),
      share: integer({ min: 0, max: 100 }),
    });
    const orders = record({
      tenders: array(tender, { minLength: 1, maxLength: 8 }),
      part: integer({ min: 1, max: 100 }),
    });
    assert(
      property(orders, ({ tenders: given, part }) => {
        const there = given.map(({ seq, tender: means, applied, share }, index) => {
          const refunded = fen(Math.floor((applied * share) / 100));
          const ids = { paymentId: `p${index}`, instalmentId: `i${seq}` };
          return aTender({ ...ids, seq, tender: means, applied: fen(applied), refunded });
        });
        const amount = fen(Math.floor((remainingOfAll(there) * part) / 100));
        const planned = planAllocations(amount, there, NOW);
        expect(plus(...planned.map((allocation) => allocation.amount))).toBe(amount);
        for (const allocation of planned) {
          const from = there.find(({ paymentId }) => paymentId === allocation.paymentId);
          expect(allocation.amount).toBeGreaterThan(0);
          expect(from && allocation.amount <= remainingOf(from)).toBe(true);
        }
        const oldest = Math.min(...planned.map(({ instalmentId }) => Number(instalmentId.slice(1))));
        const newer = there.filter(({ seq }) => seq > oldest);
        for (const { paymentId, ...rest } of newer) {
          const taken = planned.find((allocation) => allocation.paymentId === paymentId)?.amount ?? 0;
          expect(taken).toBe(remainingOf(rest));
        }
        expect(checkAllocations(amount, planned, there, NOW)).toEqual(planned);
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });
});

describe("the ways back", () => {
  it("leave the channel after a year and after fifty times", () => {
    expect(routesOf(aTender(), NOW)).toEqual(["ORIGINAL", "BANK"]);
    expect(routesOf(aTender({ settledAt: NOW - 365 * DAY }), NOW)).toEqual(["BANK"]);
    expect(routesOf(aTender({ settledAt: NOW - 365 * DAY + 1 }), NOW)).toEqual(["ORIGINAL", "BANK"]);
    expect(routesOf(aTender({ channelRefunds: 49 }), NOW)).toEqual(["ORIGINAL", "BANK"]);
    expect(routesOf(aTender({ channelRefunds: 50 }), NOW)).toEqual(["BANK"]);
  });

  it("give credit back as credit and everything else by bank", () => {
    expect(routesOf(aTender({ tender: "CREDIT" }), NOW)).toEqual(["CREDIT", "BANK"]);
    for (const tender of ["BANK_TRANSFER", "CASH", "SUPPLIER_COLLECTED"] as const) {
      expect(routesOf(aTender({ tender }), NOW)).toEqual(["BANK"]);
    }
  });
});

describe("parts chosen by hand", () => {
  const there = [aTender(), aTender({ paymentId: "p2", tender: "BANK_TRANSFER", applied: fen(10_000) })];
  const chosen = (...parts: [string, number, string?][]) =>
    parts.map(([paymentId, amount, route]) => ({
      paymentId,
      instalmentId: "i1",
      amount: fen(amount),
      ...(route ? { route: route as "BANK" } : {}),
    }));
  const check = (amount: number, ...parts: [string, number, string?][]): string =>
    refusalOf(() => checkAllocations(fen(amount), chosen(...parts), there, NOW));

  it("may differ from the plan within what is left of each tender", () => {
    expect(check(10_001, ["p1", 1], ["p2", 10_000])).toBe("none");
    expect(check(10, ["p1", 10, "BANK"])).toBe("none");
  });

  it("refuse what does not add up", () => {
    expect(check(10, ["p1", 9])).toBe("VALIDATION");
    expect(check(10, ["p1", 5], ["p1", 5])).toBe("VALIDATION");
    expect(check(10, ["p1", 10], ["p2", 0])).toBe("VALIDATION");
    expect(check(10, ["p9", 10])).toBe("NOT_FOUND");
    expect(check(10_001, ["p2", 10_001])).toBe("REFUND_EXCEEDS_PAID");
    expect(check(10, ["p2", 10, "ORIGINAL"])).toBe("VALIDATION");
  });
});
