import { describe, expect, it } from "vitest";
import { fen, ZERO } from "../kernel/money.js";
import { Refusal } from "../kernel/refusal.js";
import { feeAfter } from "./official-fee.js";

describe("the official fee of a line that a change leaves", () => {
  const three = { officialFee: fen(81_000), quantity: 3 };

  it("is in proportion to its quantity, and never less than the office has", () => {
    expect(feeAfter(three, { saleAmount: fen(95_000), quantity: 1, ends: false }, ZERO)).toBe(27_000);
    expect(feeAfter(three, { saleAmount: fen(95_000), quantity: 1, ends: false }, fen(54_000))).toBe(54_000);
    expect(feeAfter(three, { saleAmount: fen(380_000), quantity: 4, ends: false }, ZERO)).toBe(108_000);
  });

  it("is what the office has already when only what was done is kept, and no price holds less", () => {
    const kept = { saleAmount: fen(38_000), quantity: 3, ends: true };
    expect(feeAfter(three, kept, ZERO)).toBe(0);
    expect(feeAfter(three, kept, fen(27_000))).toBe(27_000);
    expect(() => feeAfter(three, kept, fen(38_001))).toThrow(Refusal);
    expect(() => feeAfter(three, null, fen(1))).toThrow(Refusal);
    expect(feeAfter(three, null, ZERO)).toBe(0);
  });
});
