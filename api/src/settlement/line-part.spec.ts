import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { fen, plus, ZERO } from "../kernel/money.js";
import { ledgerKinds } from "../payments/ledger-kinds.js";
import { supplierAccounts } from "../payments/supplier-item.js";
import { type ItemMovement, partsOf, partsOfLine } from "./line-part.js";

const moved = (kind: ItemMovement["kind"], credit: number, debit = 0, commission = 0): ItemMovement => ({
  ...{ kind, credit: fen(credit), debit: fen(debit), commission: fen(commission) },
});
const told = (parts: ReturnType<typeof partsOf>): string =>
  parts.map(({ kind, amount }) => `${kind} ${(amount / 100).toFixed(2)}`).join(", ");

describe("what a statement's line is made of", () => {
  it("is the price, the platform's commission and what came off it since", () => {
    const movements = [moved("HELD_RELEASED", 90_000, 0, 10_000), moved("REFUND_GRANTED", 0, 9_000)];
    expect(told(partsOf("2241.A", fen(81_000), movements))).toBe(
      "GROSS 1000.00, COMMISSION -100.00, REFUND_CLAIM -90.00",
    );
  });

  it("is the agreed pay, what earlier statements paid of it, and the fee the supplier paid in advance", () => {
    const movements = [
      moved("COST_INCURRED", 70_000),
      moved("STATEMENT_PAID", 0, 70_000),
      moved("OFFICIAL_FEE_PAID", 30_000),
    ];
    expect(told(partsOf("2202", fen(30_000), movements))).toBe("COST 700.00, FEE 300.00, SETTLED -700.00");
  });

  it("is what was kept back, less what was paid of that", () => {
    expect(told(partsOf("2202.R", fen(2_000), [moved("STATEMENT_PAID", 5_000, 3_000)]))).toBe(
      "RETENTION 50.00, SETTLED -30.00",
    );
  });

  it("says what it leaves for the next statement", () => {
    const parts = partsOf("1221.S", fen(-5_000), [moved("SUPPLIER_CHARGED", 0, 5_000)]);
    expect(told(partsOfLine(parts, fen(-5_000), fen(-3_000)))).toBe("CHARGE -50.00, LEFT 20.00");
  });

  it("always sums to the amount, whatever the books moved", () => {
    const amount = integer({ min: 0, max: 1_000_000 });
    const movement = record({
      kind: constantFrom(...ledgerKinds),
      ...{ credit: amount, debit: amount, commission: amount },
    }).map(({ kind, credit, debit, commission }) => moved(kind, credit, debit, commission));
    const signed = integer({ min: -1_000_000, max: 1_000_000 });
    assert(
      property(
        constantFrom(...supplierAccounts),
        signed,
        signed,
        array(movement),
        (account, balance, line, movements) => {
          const parts = partsOf(account, fen(balance), movements);
          expect(plus(ZERO, ...parts.map((part) => part.amount))).toBe(balance);
          const ofLine = partsOfLine(parts, fen(balance), fen(line));
          expect(plus(ZERO, ...ofLine.map((part) => part.amount))).toBe(line);
          expect(new Set(ofLine.map(({ kind }) => kind)).size).toBe(ofLine.length);
        },
      ),
    );
  });
});
