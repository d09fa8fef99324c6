import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InstalmentNature } from "../catalogue/product.js";
import { fen, ZERO } from "../kernel/money.js";
import type { InstalmentState } from "./instalment.js";
import { type PlanPart, type Recut, recutPlan, recutWays } from "./recut.js";

const part = (
  seq: number,
  amount: number,
  state: InstalmentState,
  paid = 0,
  more: Partial<PlanPart> = {},
): PlanPart => ({
  id: `i${seq}`,
  seq,
  nature: "PROGRESS",
  state,
  amount: fen(amount),
  paid: fen(paid),
  waived: ZERO,
  ...more,
});

const deposit = { nature: "DEPOSIT" as const };

/** Plan 30/40/30 of 10,000 with the first part paid. */
const plan = [part(1, 3_000, "PAID", 3_000), part(2, 4_000, "DUE"), part(3, 3_000, "PLANNED")];

const amounts = (recut: Recut) => Object.fromEntries(recut.changes.map(({ id, amount }) => [id, amount]));

describe("a plan cut anew", () => {
  it("collects what is more by an instalment of its own", () => {
    expect(recutPlan(plan, 2_000, "COLLECT")).toEqual({ changes: [], difference: 2_000, refund: 0 });
  });

  it("spreads what is more over what is open, in proportion and to the fen", () => {
    const recut = recutPlan(plan, 1_001, "SPREAD");
    expect(amounts(recut)).toEqual({ i2: 4_572, i3: 3_429 });
    expect(recut.difference).toBe(0);
  });

  it("collects what can't be spread because nothing is open", () => {
    const paid = [part(1, 3_000, "PAID", 3_000), part(2, 7_000, "PAID", 7_000)];
    expect(recutPlan(paid, 500, "SPREAD")).toEqual({ changes: [], difference: 500, refund: 0 });
  });

  it("asks for less first, from the newest on, and voids what asks for nothing", () => {
    const recut = recutPlan(plan, -3_500, "REDUCE_THEN_REFUND");
    expect(recut.refund).toBe(0);
    expect(recut.changes).toEqual([
      { id: "i2", amount: 3_500, state: "DUE", nature: "PROGRESS" },
      { id: "i3", amount: 0, state: "VOID", nature: "PROGRESS" },
    ]);
  });

  it("refunds what is left over of a part that was paid", () => {
    const recut = recutPlan(plan, -8_000, "REDUCE_THEN_REFUND");
    expect(recut.refund).toBe(1_000);
    expect(amounts(recut)).toEqual({ i1: 2_000, i2: 0, i3: 0 });
  });

  it("refunds no fen twice: what an earlier cut gave back is not there any more", () => {
    const cut = [part(1, 2_000, "PAID", 3_000)];
    expect(recutPlan(cut, -2_000, "REDUCE_THEN_REFUND").refund).toBe(2_000);
    expect(() => recutPlan(cut, -2_001, "REDUCE_THEN_REFUND")).toThrow("not acceptable");
  });

  it("counts a part as paid when it asks for no more than was paid of it", () => {
    const recut = recutPlan([part(1, 3_000, "PART_PAID", 1_000)], -2_000, "REDUCE_THEN_REFUND");
    expect(recut).toEqual({
      changes: [{ id: "i1", amount: 1_000, state: "PAID", nature: "PROGRESS" }],
      difference: 0,
      refund: 0,
    });
  });

  it("cuts an unpaid 定金 down to the fifth and asks for the rest with the newest open part", () => {
    const recut = recutPlan(
      [part(1, 2_000, "DUE", 0, deposit), part(2, 8_000, "PLANNED")],
      -5_000,
      "REDUCE_THEN_REFUND",
    );
    expect(amounts(recut)).toEqual({ i1: 1_000, i2: 4_000 });
  });

  it("makes a paid 定金 above the fifth a plain advance", () => {
    const paid = [part(1, 2_000, "PAID", 2_000, deposit), part(2, 8_000, "PLANNED")];
    const recut = recutPlan(paid, -5_000, "REDUCE_THEN_REFUND");
    expect(recut.changes).toContainEqual({ id: "i1", amount: 2_000, state: "PAID", nature: "ADVANCE" });
  });

  it("keeps what was waived when nothing else is left of a part", () => {
    const waived = [part(1, 1_000, "PAID", 1_000), part(2, 3_000, "DUE", 0, { waived: fen(1_000) })];
    const { changes } = recutPlan(waived, -2_000, "REDUCE_THEN_REFUND");
    expect(changes).toEqual([{ id: "i2", amount: 1_000, state: "WAIVED", nature: "PROGRESS" }]);
  });

  it("does not fall below what was waived", () => {
    const waived = [part(1, 3_000, "DUE", 0, { waived: fen(1_000) })];
    expect(() => recutPlan(waived, -2_500, "REDUCE_THEN_REFUND")).toThrow("not acceptable");
  });
});

const planPart = fc
  .record({
    amount: fc.integer({ min: 0, max: 10_000_000 }),
    share: fc.integer({ min: 0, max: 100 }),
    state: fc.constantFrom<InstalmentState>("PLANNED", "DUE", "PART_PAID", "OVERDUE", "PAID", "VOID"),
    nature: fc.constantFrom<InstalmentNature>("DEPOSIT", "ADVANCE", "PROGRESS", "FINAL", "RETENTION", "DIFFERENCE"),
  })
  .map(({ amount, share, state, nature }): Omit<PlanPart, "id" | "seq"> => {
    const paid = state === "PAID" ? amount : state === "PART_PAID" ? Math.floor((amount * share) / 101) : 0;
    return { amount: fen(amount), paid: fen(paid), waived: ZERO, state, nature };
  });

const plans = fc
  .array(planPart, { minLength: 1, maxLength: 8 })
  .map((parts) => parts.map((one, index) => ({ ...one, id: `i${index}`, seq: index + 1 })));

const live = (parts: readonly PlanPart[]) => parts.filter(({ state }) => state !== "VOID");
const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

/** The plan after the cut, without what it adds. */
function after(parts: readonly PlanPart[], recut: Recut): PlanPart[] {
  const changed = new Map(recut.changes.map((change) => [change.id, change]));
  return live(parts).map((one) => ({ ...one, ...changed.get(one.id) }));
}

describe("any plan cut anew", () => {
  it("sums to the new price, gives back no more than was paid and keeps 定金 within the fifth", () => {
    fc.assert(
      fc.property(
        plans,
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.constantFrom(...recutWays),
        (parts, part, how) => {
          const old = sum(live(parts).map(({ amount }) => amount));
          const delta = Math.trunc(old * part);
          const recut = recutPlan(parts, delta, how);
          const now = after(parts, recut);
          expect(sum(now.map(({ amount }) => amount)) + recut.difference).toBe(old + delta);
          const givenBack = sum(now.map(({ amount, paid }) => Math.max(0, paid - amount)));
          expect(recut.refund).toBe(givenBack);
          expect(delta >= 0 ? recut.refund : 0).toBe(0);
          for (const one of now) expect(one.amount).toBeGreaterThanOrEqual(0);
          const deposits = sum(now.filter(({ nature }) => nature === "DEPOSIT").map(({ amount }) => amount));
          expect(deposits * 5).toBeLessThanOrEqual(old + delta);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
