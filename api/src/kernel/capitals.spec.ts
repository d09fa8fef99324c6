import { assert, integer, maxSafeInteger, oneof, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { inCapitals } from "./capitals.js";
import { fen } from "./money.js";

const SEED = 20_261_122;
const amounts = oneof(
  integer({ min: 0, max: 10_000_000_000_000 }),
  integer({ min: 0, max: 100_000 }),
  maxSafeInteger().map((n) => (Math.abs(n) % 100_000) * 100_000_000),
);

/** Reads the words back, by another way than they were written. */
function read(text: string): number {
  const value = (letters: string): number => {
    let [sum, digit] = [0, 0];
    for (const letter of letters) {
      const place = { 拾: 10, 佰: 100, 仟: 1_000 }[letter];
      if (place) [sum, digit] = [sum + digit * place, 0];
      else digit = "零壹贰叁肆伍陆柒捌玖".indexOf(letter);
    }
    return sum + digit;
  };
  const parts = /^(?:(.+)亿)?(?:(.+)万)?(.*)$/u;
  const [, yuanText = "", jiao = "", rest = ""] = /^(?:(.*)元)?零?(?:(.)角)?零?(?:(.)分|整)?$/u.exec(text) ?? [];
  const [, yi = "", wan = "", ones = ""] = parts.exec(yuanText) ?? [];
  const yuan = value(yi) * 100_000_000 + value(wan) * 10_000 + value(ones);
  return yuan * 100 + value(jiao) * 10 + value(rest);
}

describe("an amount in capitals", () => {
  it.each([
    [0, "零元整"],
    [6, "陆分"],
    [50, "伍角整"],
    [105, "壹元零伍分"],
    [100_00, "壹佰元整"],
    [168_032, "壹仟陆佰捌拾元叁角贰分"],
    [1_260_050, "壹万贰仟陆佰元伍角整"],
    [1_000_001, "壹万元零壹分"],
    [5_764_900, "伍万柒仟陆佰肆拾玖元整"],
    [10_070_053, "壹拾万零柒佰元伍角叁分"],
    [10_000_000_100, "壹亿零壹元整"],
    [1_000_000_000_000, "壹佰亿元整"],
    [10_000_000_000_000, "壹仟亿元整"],
    [-1_200, "负壹拾贰元整"],
  ])("of %i fen is %s", (amount, words) => {
    expect(inCapitals(fen(amount))).toBe(words);
  });

  it("tells the amount exactly: reading it back gives the same fen", () => {
    assert(
      property(amounts, (amount) => read(inCapitals(fen(amount))) === amount),
      { seed: SEED, numRuns: 2_000 },
    );
  });

  it("never writes two 零 in a row, one before a place, or one at the end of the yuan", () => {
    assert(
      property(amounts, (amount) => amount < 100 || !/零零|零[拾佰仟万亿元角]/u.test(inCapitals(fen(amount)))),
      { seed: SEED, numRuns: 2_000 },
    );
  });
});
