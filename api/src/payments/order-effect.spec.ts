import { describe, expect, it } from "vitest";
import { fen, ZERO } from "../kernel/money.js";
import { moneyEffect } from "./order-effect.js";
import type { PlanPart } from "./recut.js";

const part = (seq: number, amount: number, paid: number, more: Partial<PlanPart> = {}): PlanPart => ({
  id: `i${seq}`,
  seq,
  nature: "PROGRESS",
  state: paid === amount ? "PAID" : "DUE",
  amount: fen(amount),
  paid: fen(paid),
  waived: ZERO,
  ...more,
});

/** 定金 2,000 of 10,000 and a part of 3,000 are paid. */
const plan = [part(1, 2_000, 2_000, { nature: "DEPOSIT" }), part(2, 3_000, 3_000), part(3, 5_000, 0)];
const ends = (fault: "CUSTOMER" | "PLATFORM" | "SUPPLIER", keepable = fen(10_000)) =>
  moneyEffect(plan, fen(-10_000), { way: "COLLECT", fault, keepable });

describe("what a change does to an order's money", () => {
  it("keeps the 定金 of a customer who walks away and gives the rest back", () => {
    expect(ends("CUSTOMER")).toMatchObject({ total: 0, forfeit: 2_000, compensation: 0, refund: 3_000 });
  });

  it("gives everything back where the platform forfeits nothing", () => {
    expect(ends("CUSTOMER", ZERO)).toMatchObject({ forfeit: 0, refund: 5_000 });
  });

  it("keeps no more than is the platform's to keep", () => {
    expect(ends("CUSTOMER", fen(500))).toMatchObject({ forfeit: 500, refund: 4_500 });
  });

  it.each(["PLATFORM", "SUPPLIER"] as const)("doubles the 定金 when it is the fault of the %s", (fault) => {
    expect(ends(fault)).toMatchObject({ forfeit: 0, compensation: 2_000, refund: 5_000 });
  });

  it("forfeits no more than what would be given back when part of the work is settled", () => {
    const effect = moneyEffect(plan, fen(-6_500), { way: "COLLECT", fault: "CUSTOMER", keepable: fen(10_000) });
    expect(effect).toMatchObject({ total: 3_500, forfeit: 1_500, refund: 0 });
  });

  it("asks for more without touching what was paid", () => {
    const effect = moneyEffect(plan, fen(1_000), { way: "SPREAD", fault: null, keepable: fen(10_000) });
    expect(effect).toMatchObject({ total: 11_000, forfeit: 0, compensation: 0, refund: 0 });
    expect(effect.recut.changes).toEqual([expect.objectContaining({ id: "i3", amount: 6_000 })]);
  });
});
