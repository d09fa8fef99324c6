import { assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY } from "../kernel/clock.js";
import { fen, plus, ZERO } from "../kernel/money.js";
import type { PlanAmount } from "../pricing/price.js";
import {
  allocate,
  dueAfter,
  instalmentLife,
  instalmentStateNames,
  openAmount,
  orderMoney,
  planInstalments,
} from "./instalment.js";

const SEED = 20_261_120;

function anInstalment(state: (typeof instalmentStateNames)[number] = "DUE", paid = 0) {
  return { state, amount: fen(30_000), paid: fen(paid) };
}

const part = (trigger: PlanAmount["trigger"], gate: boolean): PlanAmount => ({
  name: "款",
  nameEn: "Part",
  shareBasisPoints: 5_000,
  nature: "ADVANCE",
  trigger,
  afterDays: trigger === "AFTER_DAYS" ? 365 : null,
  gate,
  amount: fen(30_000),
});

describe("the life of an instalment", () => {
  it.each([
    ["PLANNED", "FALL_DUE", "DUE"],
    ["PLANNED", "VOID", "VOID"],
    ["DUE", "PAY_PART", "PART_PAID"],
    ["DUE", "PAY", "PAID"],
    ["DUE", "VOID", "VOID"],
    ["PART_PAID", "PAY_PART", "PART_PAID"],
    ["PART_PAID", "PAY", "PAID"],
  ] as const)("goes from %s by %s to %s", (state, verb, next) => {
    expect(instalmentLife.after(state, verb)).toBe(next);
  });

  it.each([
    ["PLANNED", "PAY"],
    ["PAID", "PAY"],
    ["PAID", "VOID"],
    ["PART_PAID", "VOID"],
    ["VOID", "FALL_DUE"],
  ] as const)("does not go from %s by %s", (state, verb) => {
    expect(() => instalmentLife.after(state, verb)).toThrow("present state");
  });

  it("makes what the order triggers due at once and leaves the rest planned", () => {
    const planned = planInstalments(
      [part("ON_ORDER", true), part("ON_ACCEPTANCE", false), part("AFTER_DAYS", false)],
      5,
    );
    expect(planned.map(({ seq, state, dueAt }) => [seq, state, dueAt])).toEqual([
      [1, "DUE", 5],
      [2, "PLANNED", null],
      [3, "PLANNED", null],
    ]);
    expect(dueAfter(1_000, 365)).toBe(1_000 + 365 * DAY);
  });
});

describe("where received money goes", () => {
  it("pays an instalment in full, in part, and gives the rest to the customer", () => {
    expect(allocate(fen(30_000), anInstalment(), true)).toEqual({ toInstalment: 30_000, toCredit: 0, verb: "PAY" });
    expect(allocate(fen(10_000), anInstalment(), true)).toEqual({
      toInstalment: 10_000,
      toCredit: 0,
      verb: "PAY_PART",
    });
    expect(allocate(fen(25_000), anInstalment("PART_PAID", 10_000), true)).toEqual({
      toInstalment: 20_000,
      toCredit: 5_000,
      verb: "PAY",
    });
  });

  it.each([
    ["a paid instalment", "PAID", 30_000, true],
    ["an instalment that is not due", "PLANNED", 0, true],
    ["a closed order", "DUE", 0, false],
    ["a voided instalment", "VOID", 0, true],
  ] as const)("credits all of it for %s", (_case, state, paid, takesMoney) => {
    expect(allocate(fen(30_000), anInstalment(state, paid), takesMoney)).toEqual({
      toInstalment: 0,
      toCredit: 30_000,
      verb: null,
    });
  });

  it("loses no fen, never overpays and never refuses", () => {
    const money = record({
      received: integer({ min: 1, max: 10_000_000 }),
      amount: integer({ min: 1, max: 10_000_000 }),
      paidShare: integer({ min: 0, max: 100 }),
      state: constantFrom(...instalmentStateNames),
      open: constantFrom(true, false),
    });
    assert(
      property(money, ({ received, amount, paidShare, state, open }) => {
        const paid = state === "PAID" ? amount : state === "PART_PAID" ? Math.floor((amount * paidShare) / 101) : 0;
        const instalment = { state, amount: fen(amount), paid: fen(paid) };
        const { toInstalment, toCredit, verb } = allocate(fen(received), instalment, open);
        expect(plus(toInstalment, toCredit)).toBe(received);
        expect(toCredit >= 0 && toInstalment >= 0).toBe(true);
        expect(paid + toInstalment <= amount).toBe(true);
        expect(verb === "PAY").toBe(toInstalment > 0 && paid + toInstalment === amount);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it("tells what is paid and what is due of an order", () => {
    const instalments = [anInstalment("PAID", 30_000), anInstalment("PART_PAID", 10_000), anInstalment("PLANNED")];
    expect(orderMoney(instalments)).toEqual({ paid: 40_000, due: 20_000 });
    expect(orderMoney([])).toEqual({ paid: ZERO, due: ZERO });
    expect(openAmount(anInstalment("VOID"))).toBe(0);
  });
});
