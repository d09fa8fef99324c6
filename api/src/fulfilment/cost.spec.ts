import { describe, expect, it } from "vitest";
import { fen } from "../kernel/money.js";
import { costOf } from "./cost.js";

describe("what an order costs", () => {
  const open = { plannedCost: 7_000, pay: null };

  it("is what was planned while nobody has taken the work", () => {
    expect(costOf(fen(14_000), [])).toBe(14_000);
    expect(costOf(fen(14_000), [open, open])).toBe(14_000);
  });

  it("is the pay of whoever took it, dearer, cheaper or for nothing", () => {
    expect(costOf(fen(14_000), [{ plannedCost: 7_000, pay: 7_500 }, open])).toBe(14_500);
    expect(costOf(fen(14_000), [open, { plannedCost: 7_000, pay: 6_000 }])).toBe(13_000);
    expect(costOf(fen(7_000), [{ plannedCost: 7_000, pay: 0 }])).toBe(0);
  });
});
