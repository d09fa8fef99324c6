import { describe, expect, it } from "vitest";
import { FormulaError, formulaFunctions } from "./index.js";
import { nearest } from "./suggest.js";
import { issuesOf } from "./testing/makers.js";

describe("the functions of the language", () => {
  it("are these and no others", () => {
    const signatures = [...formulaFunctions.values()].map(({ name, parameters }) => `${name}(${parameters})`);
    expect(signatures).toEqual([
      "if(condition, then, otherwise)",
      "min(a, b, …)",
      "max(a, b, …)",
      "abs(x)",
      "floor(x, step)",
      "ceil(x, step)",
      "round(x, step)",
      "clamp(x, least, most)",
      "tier(table, x)",
      "lookup(table, key)",
    ]);
  });
});

describe("a sign from another keyboard", () => {
  const pairs = `（ ( ） ) ＋ + － - − - – - — - ＊ * × * ✕ * · * ／ / ÷ / ％ % ＾ ^ ＜ < ＞ > ？ ? ： : ， , 、 , 。 . ． . ＂ " “ " ” " ‘ " ’ " ' " ≤ <= ≥ >= ≠ != ＝ == ！ not ! not & and | or ０ 0 １ 1 ２ 2 ３ 3 ４ 4 ５ 5 ６ 6 ７ 7 ８ 8 ９ 9`;
  const list = pairs
    .split(" ")
    .flatMap((sign, index, all) => (index % 2 === 0 ? [[sign, all[index + 1] ?? ""] as const] : []));

  it.each([...list, ["U+3000", " "], ["U+00A0", " "]] as const)(
    "%s is refused with what was meant: %s",
    (sign, meant) => {
      const typed = sign.startsWith("U+") ? String.fromCharCode(Number.parseInt(sign.slice(2), 16)) : sign;
      expect(issuesOf(`1${typed}`)).toEqual([
        { code: "CHARACTER_UNKNOWN", from: 1, to: 2, data: { character: sign, instead: meant } },
      ]);
    },
  );
});

describe("a suggestion", () => {
  it.each([
    ["prise", ["area", "price"], "price"],
    ["rice", ["price"], "price"],
    ["xprice", ["price"], "price"],
    ["pric", ["price"], "price"],
    ["kin", ["kid"], "kid"],
    ["abc", ["axx"], ""],
    ["xa", ["xb"], ""],
    ["b", ["a"], ""],
    ["b", [], ""],
    ["abcde", ["abcxy"], "abcxy"],
    ["abcd", ["abxy"], ""],
    ["abcdefghi", ["abcdefxyz"], ""],
    ["abcde", ["abcdx", "abcdy"], "abcdx"],
    ["abcde", ["abcxy", "abcdx"], "abcdx"],
    ["areea", ["area"], "area"],
    ["aera", ["area"], ""],
  ] as const)("for %s among %j is %j", (name, known, nearby) => {
    expect(nearest(name, known)).toBe(nearby);
  });
});

it("an error says its code and place to whoever reads a log", () => {
  const error = new FormulaError("DIVISION_BY_ZERO", { from: 4, to: 5 });
  expect([error.name, error.message, error.to, error.data]).toEqual(["FormulaError", "DIVISION_BY_ZERO at 4", 5, {}]);
});
