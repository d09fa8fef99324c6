import { describe, expect, it } from "vitest";
import { fen } from "../kernel/money.js";
import { collectedFor, effectOf, runningOf } from "./money-flow.js";

/** "1012.TEST 3000 | 2203 3000": debits, then credits, in fen. */
const lines = (text: string) =>
  text.split("|").flatMap((side, index) =>
    side
      .trim()
      .split(",")
      .map((line) => {
        const [account = "", amount = "0"] = line.trim().split(" ");
        const [debit, credit] = index === 0 ? [fen(Number(amount)), fen(0)] : [fen(0), fen(Number(amount))];
        return { account, debit, credit };
      }),
  );
const none = { paid: 0, onBehalf: 0, credited: 0, earned: 0, refunded: 0, granted: 0 };

describe("whom a receipt concerns besides the customer", () => {
  const told = (text: string, ...suppliers: (string | null)[]) =>
    collectedFor(lines(text).map((line, index) => ({ ...line, supplierId: suppliers[index - 1] ?? null })));

  it("is the one supplier for whom all of it was collected", () => {
    expect(told("1002 5000 | 2241.H 5000", "甲")).toBe("甲");
    expect(told("1002 5000 | 2241.H 3000, 2241.H 2000", "甲", "甲")).toBe("甲");
  });

  it.each([
    ["two suppliers", "1002 5000 | 2241.H 3000, 2241.H 2000", ["甲", "乙"]],
    ["a supplier and the platform", "1002 5000 | 2241.H 3000, 2203 2000", ["甲"]],
    ["a supplier and an office", "1002 5000 | 2241.H 3000, 2241.G 2000", ["甲", "甲"]],
    ["a supplier and the customer's credit", "1002 5000 | 2241.H 3000, 2241.C 2000", ["甲"]],
    ["the platform alone", "1002 5000 | 2203 5000", []],
  ])("is no supplier where it was for %s", (_case, text, suppliers) => {
    expect(told(text, ...suppliers)).toBeNull();
  });
});

describe("what a transaction of the books means to its order", () => {
  it.each([
    ["an advance", "1012.TEST 3000 | 2203 3000", { paid: 3000 }],
    ["half earned", "2203 3000, 1122 2000 | 6001 4717, 2221 283", { earned: 5000 }],
    ["cost of a supplier", "6401 3500 | 2202 3500", {}],
    [
      "credit and a channel combined",
      "2241.C 500, 1012.TEST 2500 | 1122 2000, 2203 1000",
      { paid: 3000, credited: -500 },
    ],
    ["a supplier's settlement", "2202 3500 | 2202.R 350, 1002 3150", {}],
    ["a refund granted of what was earned", "6001 943, 2221 57 | 2241.R 1000", { earned: -1000, granted: 1000 }],
    ["a claim on a supplier", "1221.S 700 | 6401 700", {}],
    ["a refund that left", "2241.R 1000 | 1012.TEST 545, 1002 455", { refunded: 1000 }],
    ["cash a supplier took for the platform", "1221.S 3000 | 1122 3000", { paid: 3000, onBehalf: 3000 }],
    ["money collected for a supplier", "1012.TEST 5000 | 2241.H 5000", { paid: 5000, onBehalf: 5000 }],
    ["its release", "2241.H 5000 | 2241.A 4400, 6051 566, 2221 34", { earned: 5000 }],
    ["its payout", "2241.A 4400 | 1002 4400", {}],
    ["a refund granted after the payout", "1221.S 704, 6051 91, 2221 5 | 2241.R 800", { earned: -800, granted: 800 }],
    ["a coupon of the platform", "1012.TEST 4800, 6602 200 | 2241.H 5000", { paid: 4800, onBehalf: 4800 }],
    ["an official fee beside the agency's", "1012.TEST 950 | 2241.G 270, 2203 680", { paid: 950, onBehalf: 270 }],
    ["what a supplier collected too much itself", "9002 1000, 1221.S 1000 | 9001 1000, 2241.H 1000", {}],
    ["money that never touched the platform", "9001 5000 | 9002 5000", { paid: 5000, onBehalf: 5000 }],
    ["a forfeited deposit", "2203 2000 | 6052 2000", { earned: 2000 }],
    ["too much", "1002 3500 | 2203 3000, 2241.C 500", { paid: 3500, credited: 500 }],
  ])("reads %s", (_, text, effect) => {
    expect(effectOf(lines(text))).toEqual({ ...none, ...effect });
  });

  it("adds up from step to step, and what is outstanding never falls below nothing", () => {
    const steps = [
      "1002 3500 | 2203 3000, 2241.C 500",
      "2203 3000, 1122 2000 | 6001 5000",
      "1002 7000 | 1122 2000, 2203 5000",
    ];
    const running = runningOf(
      steps.map((text, index) => ({ at: index, no: `LT${index}`, memo: "", lines: lines(text) })),
      fen(10_000),
    );
    expect(running.map(({ paid, earned, outstanding }) => [paid, earned, outstanding])).toEqual([
      [3500, 0, 7000],
      [3500, 5000, 7000],
      [10_500, 5000, 0],
    ]);
  });
});
