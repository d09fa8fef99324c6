import { array, assert, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fen, fen, minus, plus, split, ZERO } from "../kernel/money.js";
import { type AccountCode, accounts } from "./accounts.js";
import type { FundingPart } from "./funding.js";
import { checkBalanced, costPostings, earnedPostings, type PostingLine, receiptPostings } from "./postings.js";

const SEED = 20_261_120;

/** "1002 30.00 / 2203 30.00" reads like the table of the books. */
function told(lines: readonly PostingLine[]): string {
  const side = (of: "debit" | "credit"): string =>
    lines
      .filter((line) => line[of] > 0)
      .map((line) => `${line.account} ${(line[of] / 100).toFixed(2)}`)
      .join(" · ");
  return `${side("debit")} / ${side("credit")}`;
}

/** Money for what the platform sells itself. */
const own = (amount: number): FundingPart[] => [
  { kind: "OWN", componentId: null, supplierId: null, amount: fen(amount) },
];

describe("posting a receipt", () => {
  it("makes money before the work an advance", () => {
    const lines = receiptPostings("TEST_CHANNEL", own(300_000), ZERO, ZERO);
    expect(told(lines)).toBe("1012.TEST 3000.00 / 2203 3000.00");
  });

  it("pays the open receivable first, the rest is an advance", () => {
    const lines = receiptPostings("BANK_TRANSFER", own(300_000), ZERO, fen(200_000));
    expect(told(lines)).toBe("1002 3000.00 / 1122 2000.00 · 2203 1000.00");
  });

  it("credits the customer with what the order can't take", () => {
    const lines = receiptPostings("BANK_TRANSFER", own(300_000), fen(5_000), ZERO);
    expect(told(lines)).toBe("1002 3050.00 / 2203 3000.00 · 2241.C 50.00");
    expect(told(receiptPostings("TEST_CHANNEL", [], fen(100), ZERO))).toBe("1012.TEST 1.00 / 2241.C 1.00");
  });
});

describe("posting accepted work", () => {
  it("earns half of ¥10,000 after ¥3,000 was advanced, with VAT inside", () => {
    expect(told(earnedPostings(fen(500_000), fen(300_000)))).toBe(
      "2203 3000.00 · 1122 2000.00 / 6001 4716.98 · 2221 283.02",
    );
  });

  it("owes the supplier its cost of the same half", () => {
    expect(told(costPostings(fen(350_000)))).toBe("6401 3500.00 / 2202 3500.00");
    expect(costPostings(ZERO)).toEqual([]);
  });
});

describe("what is refused as our own fault", () => {
  it.each([
    ["nothing", []],
    ["one side only", [{ account: "1002", debit: fen(1), credit: ZERO }]],
    [
      "sides that differ",
      [
        { account: "1002", debit: fen(2), credit: ZERO },
        { account: "2203", debit: ZERO, credit: fen(1) },
      ],
    ],
    ["a line with two sides", [{ account: "1002", debit: fen(1), credit: fen(1) }]],
  ] as [string, PostingLine[]][])("%s", (_case, lines) => {
    expect(() => checkBalanced(lines)).toThrow("Unbalanced");
  });
});

/** A small book: sums per account, as the ledger's tables keep them. */
class Book {
  private readonly sums = new Map<AccountCode, number>();
  post(lines: readonly PostingLine[]): void {
    if (lines.length === 0) return;
    checkBalanced(lines);
    for (const { account, debit, credit } of lines) this.sums.set(account, this.debitOf(account) + debit - credit);
  }
  debitOf(account: AccountCode): number {
    return this.sums.get(account) ?? 0;
  }
  /** In the direction in which the account grows. */
  balance(account: AccountCode): Fen {
    const sum = this.debitOf(account);
    return fen(accounts[account].normalSide === "DEBIT" ? sum : -sum);
  }
}

describe("any course of one order", () => {
  const course = record({
    shares: array(integer({ min: 1, max: 9_000 }), { minLength: 1, maxLength: 5 }),
    total: integer({ min: 1_000, max: 50_000_000 }),
    costShare: integer({ min: 0, max: 100 }),
    steps: array(record({ pay: integer({ min: 0, max: 120 }), accept: integer({ min: 0, max: 9 }) }), {
      maxLength: 14,
    }),
  });

  it("keeps the trial balance at zero, no balance below zero, and received = held − owed + earned", () => {
    assert(
      property(course, ({ shares, total, costShare, steps }) => {
        const book = new Book();
        const components = split(fen(total), shares);
        let [received, credited, open] = [ZERO, ZERO, fen(total)];
        const waiting = [...components];
        for (const { pay, accept } of steps) {
          const amount = fen(Math.floor((total * pay) / 100));
          if (amount > 0) {
            const toOrder = amount < open ? amount : open;
            const toCredit = minus(amount, toOrder);
            book.post(receiptPostings("BANK_TRANSFER", own(toOrder), toCredit, book.balance("1122")));
            [received, credited, open] = [plus(received, amount), plus(credited, toCredit), minus(open, toOrder)];
          }
          const [share] = waiting.splice(accept, 1);
          if (share && share > 0) {
            book.post(earnedPostings(share, book.balance("2203")));
            book.post(costPostings(fen(Math.floor((share * costShare) / 100))));
          }
          const all = Object.keys(accounts) as AccountCode[];
          expect(all.reduce((sum, account) => sum + book.debitOf(account), 0)).toBe(0);
          for (const account of all) expect(book.balance(account), account).toBeGreaterThanOrEqual(0);
          const earned = plus(book.balance("6001"), book.balance("2221"));
          const held = plus(book.balance("2203"), book.balance("2241.C"));
          expect(received).toBe(held - book.balance("1122") + earned);
          expect(book.balance("2241.C")).toBe(credited);
          expect(book.balance("6401")).toBe(book.balance("2202"));
        }
      }),
      { seed: SEED, numRuns: 400 },
    );
  });
});
