import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { depositLimit } from "../catalogue/plan.js";
import { DAY } from "../kernel/clock.js";
import { startOfDay } from "../kernel/day.js";
import { fen, plus, ZERO } from "../kernel/money.js";
import { type PlanAmount, planAmounts } from "../pricing/price.js";
import {
  allocate,
  dueAfter,
  instalmentLife,
  instalmentStateNames,
  nextReminder,
  openAmount,
  orderMoney,
  overdueFrom,
  planInstalments,
  waitsForMilestone,
  workIsPaused,
} from "./instalment.js";

const SEED = 20_261_120;

function anInstalment(state: (typeof instalmentStateNames)[number] = "DUE", paid = 0) {
  return { state, amount: fen(30_000), paid: fen(paid), waived: ZERO };
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
    ["PLANNED", "PAY_PART", "PLANNED"],
    ["PLANNED", "PAY", "PAID"],
    ["DUE", "GO_OVERDUE", "OVERDUE"],
    ["DUE", "WAIVE", "WAIVED"],
    ["PART_PAID", "GO_OVERDUE", "OVERDUE"],
    ["PART_PAID", "WAIVE", "WAIVED"],
    ["OVERDUE", "PAY_PART", "OVERDUE"],
    ["OVERDUE", "PAY", "PAID"],
    ["OVERDUE", "WAIVE", "WAIVED"],
    ["OVERDUE", "VOID", "VOID"],
  ] as const)("goes from %s by %s to %s", (state, verb, next) => {
    expect(instalmentLife.after(state, verb)).toBe(next);
  });

  it.each([
    ["PLANNED", "WAIVE"],
    ["PLANNED", "GO_OVERDUE"],
    ["PAID", "GO_OVERDUE"],
    ["PAID", "WAIVE"],
    ["WAIVED", "PAY"],
    ["OVERDUE", "FALL_DUE"],
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

  it("knows beforehand when what was agreed for a day falls due, and makes it due at once when that day has come", () => {
    const now = startOfDay("2026-11-20");
    const dated = (more: Partial<PlanAmount>) =>
      planInstalments([{ ...part("ON_DATE", false), ...more }], now).map(({ state, dueAt }) => [state, dueAt])[0];
    expect(dated({ afterDays: 90 })).toEqual(["PLANNED", now + 90 * DAY]);
    expect(dated({ dueDay: "2026-12-01" })).toEqual(["PLANNED", startOfDay("2026-12-01")]);
    expect(dated({ dueDay: "2026-11-20" })).toEqual(["DUE", now]);
  });
});

describe("an instalment that is late", () => {
  it("is overdue after its grace, and never before a whole day", () => {
    expect([0, 1, 7].map((grace) => overdueFrom(0, grace))).toEqual([DAY, DAY, 7 * DAY]);
  });

  it("is told three days before, a day after and a week after, and then no more", () => {
    const due = 10 * DAY;
    expect(nextReminder(due, 0)).toBe(7 * DAY);
    expect(nextReminder(due, 7 * DAY)).toBe(11 * DAY);
    expect(nextReminder(due, 11 * DAY)).toBe(17 * DAY);
    expect(nextReminder(due, 17 * DAY)).toBeNull();
  });

  it("keeps the work still only where that was agreed", () => {
    const late = { state: "OVERDUE", overdueAction: "PAUSE_WORK" } as const;
    expect(workIsPaused([late])).toBe(true);
    expect(workIsPaused([{ ...late, overdueAction: "NOTHING" }])).toBe(false);
    expect(workIsPaused([{ ...late, state: "DUE" }])).toBe(false);
    expect(workIsPaused([])).toBe(false);
  });
});

describe("an instalment that waits for a milestone", () => {
  it("is that of its component, or of the first that has it", () => {
    const node = { trigger: "ON_MILESTONE", milestone: "M1", componentPosition: 2 } as const;
    expect(waitsForMilestone(node, { milestone: "M1", position: 2 })).toBe(true);
    expect(waitsForMilestone(node, { milestone: "M1", position: 0 })).toBe(false);
    expect(waitsForMilestone(node, { milestone: "M2", position: 2 })).toBe(false);
    expect(waitsForMilestone({ ...node, componentPosition: null }, { milestone: "M1", position: 0 })).toBe(true);
    expect(waitsForMilestone({ ...node, trigger: "ON_ACCEPTANCE" }, { milestone: "M1", position: 2 })).toBe(false);
  });
});

describe("the shares of a plan", () => {
  it("sum to the total, to the fen, and 定金 never is above a fifth", () => {
    const steps = array(integer({ min: 1, max: 10_000 }), { minLength: 2, maxLength: 12 });
    assert(
      property(steps, integer({ min: 100_000, max: 1_000_000_000_000 }), (shares, total) => {
        const plan = shares.map((shareBasisPoints, index) => {
          const nature = index === 0 ? ("DEPOSIT" as const) : ("PROGRESS" as const);
          return { ...part("ON_ORDER", index === 0), shareBasisPoints, nature };
        });
        const amounts = planAmounts(plan, fen(total));
        expect(plus(...amounts.map(({ amount }) => amount))).toBe(total);
        expect((amounts[0]?.amount ?? 0) <= depositLimit(fen(total))).toBe(true);
      }),
      { seed: SEED, numRuns: 500 },
    );
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
    ["a waived instalment", "WAIVED", 0, true],
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
        const instalment = { state, amount: fen(amount), paid: fen(paid), waived: ZERO };
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
    expect(orderMoney(instalments)).toEqual({ paid: 40_000, due: 20_000, waived: 0 });
    expect(orderMoney([])).toEqual({ paid: ZERO, due: ZERO, waived: ZERO });
    expect(openAmount(anInstalment("VOID"))).toBe(0);
  });
});
