import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY } from "../kernel/clock.js";
import { fen, minus, plus, ZERO } from "../kernel/money.js";
import { checkBalanced, type PostingLine } from "../payments/postings.js";
import { cutStatement, type OpenItem, standingOf, totalsOf } from "./line.js";
import { statementPostings } from "./postings.js";
import { makesStatementOn, statementLife, statementStateNames } from "./statement.js";

const SEED = 20_261_120;
const NOW = 100 * DAY;
const terms = { windowDays: 7, retentionRate: 1_000, retentionDays: 365 };

const anItem = (change: Partial<OpenItem> = {}): OpenItem => ({
  account: "2202",
  item: "c:one",
  orderId: "o",
  componentId: "one",
  balance: fen(350_000),
  fees: ZERO,
  parts: [],
  since: NOW - 8 * DAY,
  inStatement: null,
  disputed: false,
  retainedUntil: null,
  ...change,
});

function told(lines: readonly PostingLine[]): string {
  const side = (of: "debit" | "credit"): string =>
    lines
      .filter((line) => line[of] > 0)
      .map((line) => `${line.account} ${(line[of] / 100).toFixed(2)}`)
      .join(" · ");
  return `${side("debit")} / ${side("credit")}`;
}

const posted = (items: readonly OpenItem[]): string =>
  told(statementPostings(cutStatement(items, terms, NOW).lines, "s"));

describe("paying a statement", () => {
  it("TP4: pays what is owed less 10 % that is kept back", () => {
    expect(posted([anItem()])).toBe("2202 3500.00 / 2202.R 350.00 · 1002 3150.00");
  });

  it("keeps nothing back of an official fee that the supplier paid in advance", () => {
    expect(posted([anItem({ balance: fen(67_000), fees: fen(27_000) })])).toBe(
      "2202 670.00 / 2202.R 40.00 · 1002 630.00",
    );
    expect(posted([anItem({ balance: fen(20_000), fees: fen(27_000) })])).toBe("2202 200.00 / 1002 200.00");
  });

  it("TP5d and TP6b: what the supplier owes comes off", () => {
    const none = { ...terms, retentionRate: 0 };
    const claim = anItem({ account: "1221.S", item: "c:two", balance: fen(-70_000) });
    const { lines } = cutStatement([anItem({ balance: fen(70_000) }), claim], none, NOW);
    expect(told(statementPostings(lines, "s"))).toBe("2202 700.00 / 1221.S 700.00");
  });

  it("TP9: pays what was kept back when its time is over", () => {
    const kept = anItem({ account: "2202.R", balance: fen(35_000), retainedUntil: NOW });
    expect(posted([kept])).toBe("2202.R 350.00 / 1002 350.00");
    expect(posted([{ ...kept, retainedUntil: NOW + 1 }])).toBe(" / ");
  });

  it("TA3 and TA6: pays out what was collected for the supplier, less what it owes", () => {
    const released = anItem({ account: "2241.A", balance: fen(440_000) });
    expect(posted([released])).toBe("2241.A 4400.00 / 1002 4400.00");
    const claim = anItem({ account: "1221.S", item: "c:two", balance: fen(-70_400) });
    expect(posted([released, claim])).toBe("2241.A 4400.00 / 1221.S 704.00 · 1002 3696.00");
  });

  it("carries over what the supplier owes beyond what it is paid", () => {
    const claim = anItem({ account: "1221.S", item: "c:two", balance: fen(-900_000) });
    const cut = cutStatement([anItem(), claim], terms, NOW);
    expect(cut).toMatchObject({ gross: 350_000, retained: 35_000, deducted: 315_000, net: 0, carried: 585_000 });
  });
});

describe("what blocks an item", () => {
  it.each([
    ["nothing", {}, null],
    ["the days in which a customer may complain", { since: NOW - 7 * DAY + 1 }, "DISPUTE_WINDOW"],
    ["a statement it is in", { inStatement: "ST1" }, "IN_STATEMENT"],
    ["a dispute", { disputed: true }, "DISPUTED"],
    ["the warranty", { account: "2202.R", retainedUntil: NOW + DAY }, "RETAINED"],
    ["nothing when the supplier owes it", { account: "1221.S", balance: fen(-1), since: NOW }, null],
  ] as const)("is %s", (_what, change, blocker) => {
    expect(standingOf(anItem(change as Partial<OpenItem>), terms, NOW).blocker).toBe(blocker);
  });
});

describe("any items", () => {
  it("make a statement that balances, pays nothing below zero and loses nothing", () => {
    const items = array(
      record({
        account: constantFrom("2202", "2241.A", "1221.S", "2202.R"),
        amount: integer({ min: 1, max: 9_000_000 }),
        age: integer({ min: 0, max: 30 }),
      }),
      { maxLength: 12 },
    );
    assert(
      property(items, integer({ min: 0, max: 5_000 }), (drawn, retentionRate) => {
        const open = drawn.map(({ account, amount, age }, index) =>
          anItem({
            account: account as OpenItem["account"],
            item: `c:${index}`,
            balance: fen(account === "1221.S" ? -amount : amount),
            since: NOW - age * DAY,
          }),
        );
        const cut = cutStatement(open, { ...terms, retentionRate }, NOW);
        expect(cut.net).toBeGreaterThanOrEqual(0);
        expect(totalsOf(cut.lines)).toMatchObject({ net: cut.net, gross: cut.gross });
        const owes = plus(...open.filter(({ balance }) => balance < ZERO).map(({ balance }) => minus(ZERO, balance)));
        expect(plus(cut.deducted, cut.carried)).toBe(owes);
        if (cut.lines.length > 0) checkBalanced(statementPostings(cut.lines, "s"));
        for (const line of cut.lines) {
          const item = open.find((each) => each.item === line.item);
          expect(Math.abs(line.amount)).toBeLessThanOrEqual(Math.abs(item?.balance ?? 0));
        }
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

describe("the life of a statement", () => {
  it("pays only what was approved, and never twice", () => {
    const paying = statementStateNames.filter((state) => statementLife.allows(state, "PAY"));
    expect(paying).toEqual(["APPROVED", "FAILED"]);
    expect(() => statementLife.after("PAID", "SETTLE")).toThrow("present state");
    expect(() => statementLife.after("SUPPLIER_REVIEW", "APPROVE")).toThrow("present state");
  });

  it("is made by itself on the days of its cycle", () => {
    const days = ["2026-11-23", "2026-11-24", "2026-12-01"];
    const made = (["T_PLUS_7", "WEEKLY", "MONTHLY", "MANUAL"] as const).map((cycle) =>
      days.filter((day) => makesStatementOn(cycle, day)),
    );
    expect(made).toEqual([days, ["2026-11-23"], ["2026-12-01"], []]);
  });
});
