import { describe, expect, it } from "vitest";
import { fen } from "../kernel/money.js";
import { beside, type DossierParts, stepsFor } from "./dossier.js";
import { runningOf } from "./money-flow.js";

type Entry = DossierParts["entries"][number];

const anEntry = (at: number, change: Partial<Entry> = {}): Entry => ({
  seq: at,
  at,
  kind: "ORDER_PLACED",
  money: false,
  amount: null,
  subject: null,
  detail: null,
  photoIds: [],
  ticketId: null,
  who: "客户",
  ...change,
});
const aPayment = (at: number, amount: number) => ({
  at,
  no: `LT${at}`,
  memo: "",
  lines: [
    { account: "1002", debit: fen(amount), credit: fen(0) },
    { account: "2203", debit: fen(0), credit: fen(amount) },
  ],
});
const stepsOf = (...payments: ReturnType<typeof aPayment>[]) => stepsFor("CUSTOMER", runningOf(payments, fen(10_000)));
const told = (entries: readonly Entry[], ...payments: ReturnType<typeof aPayment>[]) =>
  beside(entries, stepsOf(...payments)).map(({ entry, step }) => [entry?.at ?? null, step?.no ?? null]);

describe("the two flows of an order", () => {
  it("stand in one row where the same thing is told by both", () => {
    const entries = [anEntry(1), anEntry(2, { money: true, amount: 3_000 }), anEntry(3)];
    expect(told(entries, aPayment(2, 3_000))).toEqual([
      [1, null],
      [2, "LT2"],
      [3, null],
    ]);
  });

  it("keep the order in which they happened where only one tells it", () => {
    expect(told([anEntry(1), anEntry(5)], aPayment(2, 100), aPayment(9, 200))).toEqual([
      [1, null],
      [null, "LT2"],
      [5, null],
      [null, "LT9"],
    ]);
  });

  it("are not put together for another amount or another moment", () => {
    const other = anEntry(2, { money: true, amount: 1 });
    expect(told([other], aPayment(2, 3_000))).toEqual([
      [2, null],
      [null, "LT2"],
    ]);
    expect(told([anEntry(2, { money: true, amount: 100 })], aPayment(3, 100))).toHaveLength(2);
  });

  it("tell two payments of one moment and amount each once", () => {
    const twice = [anEntry(2, { seq: 1, money: true, amount: 100 }), anEntry(2, { seq: 2, money: true, amount: 100 })];
    const rows = beside(twice, stepsOf(aPayment(2, 100), { ...aPayment(2, 100), no: "LT-other" }));
    expect(new Set(rows.map(({ step }) => step?.no))).toEqual(new Set(["LT-other", "LT2"]));
  });
});
