import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fen, fen, minus, parseFen, plus, split, times } from "./money.js";

const amounts = fc.integer({ min: 0, max: 1_000_000_000 }).map(fen);

describe("money", () => {
  it("reads whole fen and refuses everything else", () => {
    expect(parseFen("264960")).toBe(264_960);
    for (const text of ["", "1.5", "1e3", "0x10", "９", "12345678901234567", " 1"])
      expect(() => parseFen(text)).toThrow();
  });

  it("refuses fractions, NaN and more than a hundred billion yuan", () => {
    for (const value of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 10_000_000_000_001])
      expect(() => fen(value)).toThrow();
  });

  it("adds and subtracts without a fraction appearing", () => {
    expect(plus(fen(10), fen(20))).toBe(30);
    expect(minus(fen(10), fen(20))).toBe(-10);
  });

  it("rounds price times quantity half up, once", () => {
    expect(times(fen(58_800), 89)).toBe(5_233_200);
    expect(times(fen(333), 0.5)).toBe(167);
    expect(times(fen(10), 0.1 + 0.2)).toBe(3);
  });

  it("splits into parts that sum to the whole, each within a fen of its share", () => {
    fc.assert(
      fc.property(
        amounts,
        fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 }),
        (whole, weights) => {
          fc.pre(weights.some((weight) => weight > 0));
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          const parts = split(whole, weights);
          expect(plus(...parts)).toBe(whole);
          parts.forEach((part, index) => {
            expect(Math.abs(part - (whole * (weights[index] ?? 0)) / total)).toBeLessThan(1);
          });
        },
      ),
      { seed: 20261122 },
    );
  });

  it("gives the odd fen to the earlier part when remainders are equal", () => {
    expect(split(100 as Fen, [1, 1, 1])).toEqual([34, 33, 33]);
  });
});
