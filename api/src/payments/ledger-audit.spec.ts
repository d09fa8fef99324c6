import { describe, expect, it } from "vitest";
import {
  type AccountSums,
  type AuditedOrder,
  faultsOfItem,
  faultsOfOrder,
  faultsOfStatement,
  faultsOfTotals,
  faultsOfTransaction,
  faultsOfTrial,
} from "./ledger-audit.js";

const sums = (account: string, debit: number, credit: number): AccountSums => ({ account, debit, credit });

/** An order of ¥100 of which ¥30 were paid. */
const anOrder = (change: Partial<AuditedOrder> = {}): AuditedOrder => ({
  no: "SO1",
  takesMoney: true,
  total: 10_000,
  revision: 1,
  parts: 10_000,
  instalments: [
    { seq: 1, amount: 3_000, paid: 3_000, isVoid: false, booked: 3_000 },
    { seq: 2, amount: 7_000, paid: 0, isVoid: false, booked: 0 },
  ],
  payments: [{ no: "PY1", received: 3_000, booked: 3_000, times: 1 }],
  refunds: [],
  balances: [sums("1002", 3_000, 0), sums("2203", 0, 3_000)],
  ...change,
});

const aRefund = { no: "RF1", amount: 1_000, planned: 1_000, paid: 1_000, bookedGranted: 1_000, bookedPaid: 1_000 };
const aStatement = {
  no: "ST1",
  isPaid: true,
  net: 900,
  retained: 100,
  lines: 900,
  bookedPaid: 900,
  bookedRetained: 100,
};

describe("an order's audit", () => {
  it("finds nothing where books and tables agree", () => {
    expect(faultsOfOrder(anOrder())).toEqual([]);
  });

  it("finds nothing where a channel really brought the money of a payment twice", () => {
    const payments = [{ no: "PY1", received: 3_000, booked: 6_000, times: 2 }];
    expect(faultsOfOrder(anOrder({ payments }))).toEqual([]);
  });

  it.each<[string, Partial<AuditedOrder>, string]>([
    ["a plan of another sum", { total: 10_001, parts: 10_001 }, "its plan is 100.00 of 100.01."],
    ["parts of another sum", { parts: 9_999 }, "its parts are 99.99 of 100.00."],
    [
      "an instalment that says more than the books",
      { instalments: [{ seq: 1, amount: 10_000, paid: 10_000, isVoid: false, booked: 3_000 }] },
      "instalment 1 says 100.00 paid, the books 30.00.",
    ],
    [
      "an instalment that is paid beyond its amount",
      { instalments: [{ seq: 1, amount: 10_000, paid: 10_001, isVoid: false, booked: 10_001 }] },
      "instalment 1 has 100.01 of 100.00.",
    ],
    [
      "a payment that was not booked",
      { payments: [{ no: "PY1", received: 3_000, booked: 0, times: 1 }] },
      "payment PY1 brought 30.00, the books say 0.00.",
    ],
    [
      "a payment that came twice and was booked once",
      { payments: [{ no: "PY1", received: 3_000, booked: 3_000, times: 2 }] },
      "payment PY1 brought 60.00, the books say 30.00.",
    ],
    [
      "a refund whose parts are not all of it",
      { refunds: [{ ...aRefund, planned: 999 }] },
      "refund RF1 is 10.00, its parts 9.99.",
    ],
    [
      "a refund that the books don't owe",
      { refunds: [{ ...aRefund, bookedGranted: 0 }] },
      "refund RF1 is 10.00, the books owe 0.00.",
    ],
    [
      "a refund that arrived and was not booked",
      { refunds: [{ ...aRefund, bookedPaid: 0 }] },
      "refund RF1 says 10.00 arrived, the books 0.00.",
    ],
    ["an advance below zero", { balances: [sums("2203", 1, 0)] }, "2203 is -0.01."],
    [
      "an advance beside a debt",
      { balances: [sums("2203", 0, 5), sums("1122", 5, 0)] },
      "advances 0.05 lie beside 0.05",
    ],
    ["half a memo pair", { balances: [sums("9001", 5, 0)] }, "9001 0.05 differs from 9002 0.00."],
  ])("finds %s", (_case, change, words) => {
    expect(faultsOfOrder(anOrder(change)).join()).toContain(`Order SO1: ${words}`);
  });

  it("asks no plan of an order that ended", () => {
    expect(faultsOfOrder(anOrder({ takesMoney: false, parts: 0 }))).toEqual([]);
  });
});

describe("a statement's audit", () => {
  it("finds nothing in one that was paid as it says, nor in one that waits", () => {
    expect(faultsOfStatement(aStatement)).toEqual([]);
    expect(faultsOfStatement({ ...aStatement, isPaid: false, lines: 1, bookedPaid: 0, bookedRetained: 0 })).toEqual([]);
  });

  it.each([
    [{ lines: 901 }, "it pays 9.00, its lines 9.01."],
    [{ bookedPaid: 899 }, "it paid 9.00, the books 8.99."],
    [{ bookedRetained: 0 }, "it kept 1.00, the books 0.00."],
    [{ isPaid: false }, "it paid 0.00, the books 9.00."],
  ])("finds %o", (change, words) => {
    expect(faultsOfStatement({ ...aStatement, ...change })[0]).toBe(`Statement ST1: ${words}`);
  });

  it("finds what is open with a supplier and isn't in its postings", () => {
    const item = { supplier: "甲", item: "2202 c:1", kept: 100, counted: 100 };
    expect(faultsOfItem(item)).toEqual([]);
    expect(faultsOfItem({ ...item, kept: 101 })).toEqual(["Supplier 甲, 2202 c:1: kept 1.01, counted 1.00."]);
  });
});

describe("the audit of the whole", () => {
  it("finds totals that differ from the postings, and those that only one side knows", () => {
    const kept = new Map([["2026-11 1002", sums("1002", 100, 0)]]);
    const counted = new Map([
      ["2026-11 1002", sums("1002", 99, 0)],
      ["2026-11 2203", sums("2203", 0, 99)],
    ]);
    expect(faultsOfTotals(kept, kept)).toEqual([]);
    expect(faultsOfTotals(kept, counted)).toHaveLength(2);
  });

  it("finds a trial balance that is not zero", () => {
    expect(faultsOfTrial([sums("1002", 5, 0), sums("2203", 0, 5)])).toEqual([]);
    expect(faultsOfTrial([sums("1002", 5, 0)])).toHaveLength(1);
  });

  it.each([
    ["sealed and balanced", true, [100, 100], 1, 0],
    ["never sealed", false, [100, 100], 1, 1],
    ["with sides that differ", true, [100, 99], 1, 1],
    ["with a posting of another date", true, [100, 100], 2, 1],
  ])("of a transaction %s", (_case, sealed, [debit = 0, credit = 0], at, faults) => {
    const postings = [
      { debit, credit: 0, at },
      { debit: 0, credit, at: 1 },
    ];
    expect(faultsOfTransaction({ no: "LT1", at: 1, sealed, postings })).toHaveLength(faults);
  });
});
