import { describe, expect, it } from "vitest";
import { fen } from "../kernel/money.js";
import { Refusal } from "../kernel/refusal.js";
import { checkBalanced, type PostingLine } from "./postings.js";
import { reversedPostings, settledPostings, together } from "./postings-moved.js";
import { workedStories } from "./worked-examples.js";

/** "1002 30.00 / 2203 30.00" reads like the table of the books. */
function told(lines: readonly PostingLine[]): string {
  const side = (of: "debit" | "credit"): string =>
    lines
      .filter((line) => line[of] > 0)
      .map((line) => `${line.account} ${(line[of] / 100).toFixed(2)}`)
      .join(" · ");
  return `${side("debit")} / ${side("credit")}`;
}

const rows = new Map(
  workedStories.flatMap(({ examples }) => examples.map(([row, , , lines]) => [row, lines] as const)),
);

/** The posting tables of the design, word for word. */
const table: Readonly<Record<string, string>> = {
  TP1: "1012.TEST 3000.00 / 2203 3000.00",
  TP1s: "1002 2982.00 · 6603 18.00 / 1012.TEST 3000.00",
  TP2a: "2203 3000.00 · 1122 2000.00 / 6001 4716.98 · 2221 283.02",
  TP2b: "6401 3500.00 / 2202 3500.00",
  TP3: "2241.C 500.00 · 1012.TEST 2500.00 / 1122 2000.00 · 2203 1000.00",
  TP3b: "1002 1000.00 / 2203 1000.00",
  TP4: "2202 3500.00 / 2202.R 350.00 · 1002 3150.00",
  TP5a: "6001 943.40 · 2221 56.60 / 2241.R 1000.00",
  TP5b: "1221.S 700.00 / 6401 700.00",
  TP5c: "2241.R 1000.00 / 1012.TEST 545.45 · 1012.TEST 454.55",
  TP5d: "2202 700.00 / 1221.S 700.00",
  TP6: "1221.S 3000.00 / 1122 3000.00",
  TP6b: "2202 3000.00 / 1221.S 3000.00",
  TP7: "2203 2000.00 / 2241.R 2000.00",
  TP7b: " / ",
  TP8: "2203 2000.00 / 6052 2000.00",
  TP8b: "2203 2000.00 · 6711 2000.00 / 2241.R 4000.00",
  TP9: "2202.R 350.00 / 1002 350.00",
  TA1: "1012.TEST 5000.00 / 2241.H 5000.00",
  TA2: "2241.H 5000.00 / 2241.A 4400.00 · 6051 566.04 · 2221 33.96",
  TA3: "2241.A 4400.00 / 1002 4400.00",
  TA4: "2241.H 800.00 / 2241.R 800.00",
  "TA4 ·": "2241.R 800.00 / 1012.TEST 800.00",
  "TA4 ··": "2241.H 4200.00 / 2241.A 3696.00 · 6051 475.47 · 2221 28.53",
  TA5: "1221.S 704.00 · 6051 90.57 · 2221 5.43 / 2241.R 800.00",
  "TA5'": "1221.S 800.00 / 2241.R 800.00",
  TA6: "2241.A 704.00 / 1221.S 704.00",
  "TA6 ·": "2241.D 704.00 / 1221.S 704.00",
  "TA6 ··": "6712 704.00 / 1221.S 704.00",
  TA7: "1012.TEST 4800.00 · 6602 200.00 / 2241.H 5000.00",
  "TA7'": "1012.TEST 4800.00 / 2241.H 4800.00",
  TS1: "9001 5000.00 / 9002 5000.00",
  TS2: "1221.S 600.00 / 6051 566.04 · 2221 33.96",
  TS3: "2241.A 600.00 / 1221.S 600.00",
  "TS3 ·": "1002 600.00 / 1221.S 600.00",
  G: "1012.TEST 950.00 / 2203 680.00 · 2241.G 270.00",
  "G ·": "2241.G 270.00 / 1002 270.00",
  "G ··": "2241.G 270.00 / 2202 270.00",
  X: " / ",
  "X ·": "1012.TEST 3000.00 / 2241.C 3000.00",
  "X ··": "1002 1000.00 / 1901 1000.00",
  "X ···": "1901 1000.00 / 2203 1000.00",
  "X ···'": "1901 1000.00 / 1002 1000.00",
  "X ····": "6711 200.00 / 2241.C 200.00",
};

describe("the posting tables", () => {
  it.each(Object.entries(table))("%s is %s", (row, expected) => {
    expect(told(rows.get(row) ?? [])).toBe(expected);
  });

  it("have an example for each row and no other", () => {
    expect([...rows.keys()]).toEqual(Object.keys(table));
  });

  it.each([...rows].filter(([, lines]) => lines.length > 0))("%s balances", (_row, lines) => {
    expect(() => checkBalanced(lines)).not.toThrow();
  });
});

describe("posting functions", () => {
  it("refuse a statement that keeps and nets more than is owed", () => {
    const owed = fen(350_000);
    expect(() => settledPostings(owed, { retained: fen(200_000), netted: fen(200_000) })).toThrow(Refusal);
  });

  it("join lines of one account and keep those of different subjects apart", () => {
    const line = (amount: number, componentId: string): PostingLine => {
      return { account: "2241.H", debit: fen(0), credit: fen(amount), about: { componentId } };
    };
    const money: PostingLine = { account: "1002", debit: fen(600), credit: fen(0) };
    const joined = together([line(100, "a")], [line(200, "b"), money], [line(300, "a")]);
    expect(joined.map(({ account, debit, credit }) => [account, debit + credit])).toEqual([
      ["1002", 600],
      ["2241.H", 400],
      ["2241.H", 200],
    ]);
  });

  it("turn every line round for a reversal", () => {
    expect(told(reversedPostings(rows.get("TP4") ?? []))).toBe("2202.R 350.00 · 1002 3150.00 / 2202 3500.00");
  });
});
