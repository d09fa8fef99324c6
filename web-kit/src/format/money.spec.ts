import { describe, expect, it } from "vitest";
import {
  fenToYuanText,
  formatMoney,
  formatMoneyCompact,
  formatMoneyShort,
  minusFen,
  parseYuan,
  sumFen,
  timesFen,
} from "./money";

describe("money", () => {
  it.each([
    ["0", "¥0.00"],
    ["5", "¥0.05"],
    ["100", "¥1.00"],
    ["264960", "¥2,649.60"],
    ["123456789012", "¥1,234,567,890.12"],
    ["-20000", "−¥200.00"],
  ])("shows %s fen as %s", (fen, words) => {
    expect(formatMoney(fen)).toBe(words);
  });

  it("drops only whole cents in the short form", () => {
    expect(formatMoneyShort("18000")).toBe("¥180");
    expect(formatMoneyShort("18050")).toBe("¥180.50");
  });

  it("speaks of 万 from ten thousand yuan on", () => {
    expect(formatMoneyCompact("12345600", "zh-CN")).toBe("¥12.3 万");
    expect(formatMoneyCompact("999900", "zh-CN")).toBe("¥9,999.00");
  });

  it.each([
    ["1234.5", "123450"],
    ["¥1,234.50", "123450"],
    ["１２．３", "1230"],
    ["0.07", "7"],
    ["1.005", null],
    ["-3", null],
    ["abc", null],
    ["", null],
  ])("reads %s as %s fen", (typed, fen) => {
    expect(parseYuan(typed)).toBe(fen);
  });

  it("gives back what it shows", () => {
    for (const fen of ["0", "7", "99", "100", "264960"]) expect(parseYuan(fenToYuanText(fen))).toBe(fen);
  });

  it("adds and subtracts beyond what a float can hold", () => {
    expect(sumFen(["9007199254740993", "1"])).toBe("9007199254740994");
    expect(minusFen("100", "250")).toBe("-150");
  });

  it("refuses what is no amount in fen", () => {
    expect(() => formatMoney("12.5")).toThrow("Not an amount in fen");
  });
});

it("a price times a quantity is exact to the fen", () => {
  expect(timesFen("100", "1.005")).toBe("101");
  expect(timesFen("5200", "8")).toBe("41600");
  expect(timesFen("33", "0.333")).toBe("11");
  expect([timesFen("100", ""), timesFen("", "2"), timesFen("100", "-1"), timesFen("100", "1e9")]).toEqual([
    "0",
    "0",
    "0",
    "0",
  ]);
});
