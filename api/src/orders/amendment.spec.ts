import { describe, expect, it } from "vitest";
import { fen } from "../kernel/money.js";
import {
  type AmendableLine,
  type AmendmentPart,
  amendmentLife,
  consentNeeded,
  diffOf,
  mustBeWhole,
} from "./amendment.js";

const line = (id: string, sale: number, more: Partial<AmendableLine> = {}): AmendableLine => ({
  id,
  itemId: `item-${id}`,
  itemName: id,
  unit: "㎡",
  state: "ACTIVE",
  earnedAt: null,
  quantity: 10,
  supplierId: "s1",
  saleAmount: fen(sale),
  costAmount: fen(sale / 2),
  ...more,
});

const lines = [line("paint", 10_000), line("floor", 6_000), line("gone", 4_000, { state: "CANCELLED" })];

const change = (more: Partial<Extract<AmendmentPart, { kind: "CHANGE" }>> = {}): AmendmentPart => ({
  kind: "CHANGE",
  componentId: "paint",
  quantity: 10,
  supplierId: "s1",
  saleAmount: fen(10_000),
  costAmount: fen(5_000),
  ...more,
});

const add: AmendmentPart = {
  kind: "ADD",
  itemId: "tiles",
  itemName: "Tiles",
  unit: "㎡",
  stage: 1,
  milestones: [],
  quantity: 2,
  supplierId: "s2",
  saleAmount: fen(3_000),
  costAmount: fen(2_000),
};

describe("the life of an amendment", () => {
  it.each([
    ["DRAFT", "PROPOSE", "WAIT_CUSTOMER"],
    ["DRAFT", "SUBMIT", "WAIT_AUDIT"],
    ["DRAFT", "WITHDRAW", "WITHDRAWN"],
    ["DRAFT", "OUTDATE", "STALE"],
    ["WAIT_CUSTOMER", "AGREE", "WAIT_AUDIT"],
    ["WAIT_CUSTOMER", "DECLINE", "REJECTED"],
    ["WAIT_CUSTOMER", "WITHDRAW", "WITHDRAWN"],
    ["WAIT_CUSTOMER", "OUTDATE", "STALE"],
    ["WAIT_CUSTOMER", "EXPIRE", "EXPIRED"],
    ["WAIT_AUDIT", "APPLY", "APPLIED"],
    ["WAIT_AUDIT", "REJECT", "REJECTED"],
    ["WAIT_AUDIT", "WITHDRAW", "WITHDRAWN"],
    ["WAIT_AUDIT", "OUTDATE", "STALE"],
  ] as const)("goes from %s by %s to %s", (state, verb, next) => {
    expect(amendmentLife.after(state, verb)).toBe(next);
  });

  it.each([
    ["DRAFT", "APPLY"],
    ["WAIT_CUSTOMER", "APPLY"],
    ["WAIT_AUDIT", "EXPIRE"],
    ["REJECTED", "APPLY"],
    ["STALE", "APPLY"],
    ["APPLIED", "WITHDRAW"],
  ] as const)("does not go from %s by %s", (state, verb) => {
    expect(() => amendmentLife.after(state, verb)).toThrow("present state");
  });
});

describe("what parts make of an order", () => {
  it("tells each line before and after, and what both sides get more", () => {
    const diff = diffOf(lines, [add, change({ quantity: 12, saleAmount: fen(12_000), costAmount: fen(6_000) })]);
    expect(diff).toMatchObject({ saleDelta: 5_000, costDelta: 3_000 });
    expect(diff.lines.map(({ kind, before, after }) => [kind, before?.quantity, after?.quantity])).toEqual([
      ["ADD", undefined, 2],
      ["CHANGE", 10, 12],
    ]);
  });

  it("takes a cancelled line's price and cost off whole when nothing was done", () => {
    const diff = diffOf(lines, [{ kind: "CANCEL", componentId: "floor", doneShare: 0 }]);
    expect(diff).toMatchObject({ saleDelta: -6_000, costDelta: -3_000, lines: [{ after: null }] });
  });

  it("leaves of a cancelled line the share that was done", () => {
    const diff = diffOf(lines, [{ kind: "CANCEL", componentId: "floor", doneShare: 3_333 }]);
    expect(diff.lines[0]?.after).toMatchObject({ saleAmount: 2_000, costAmount: 1_000 });
    expect(diff.saleDelta).toBe(-4_000);
  });

  it.each<[string, AmendmentPart[]]>([
    ["nothing", []],
    ["two parts for one line", [change({ quantity: 11 }), { kind: "CANCEL", componentId: "paint", doneShare: 0 }]],
    ["a line that ended before", [change({ componentId: "gone", quantity: 11 })]],
    ["a line of another order", [change({ componentId: "elsewhere", quantity: 11 })]],
    ["a change that changes nothing", [change()]],
    ["a price below zero", [change({ saleAmount: fen(-1) })]],
    ["a cost below zero", [change({ costAmount: fen(-1) })]],
    ["more than all of it done", [{ kind: "CANCEL", componentId: "paint", doneShare: 10_001 }]],
  ])("refuses %s", (_what, parts) => {
    expect(() => diffOf(lines, parts)).toThrow("not acceptable");
  });

  it("refuses a line whose work is accepted", () => {
    const accepted = [line("paint", 10_000, { earnedAt: 1 })];
    expect(() => diffOf(accepted, [change({ quantity: 11 })])).toThrow("present state");
  });

  it("ends an order whole or not at all", () => {
    const end = (componentId: string): AmendmentPart => ({ kind: "CANCEL", componentId, doneShare: 0 });
    const both = [end("paint"), end("floor")];
    expect(() => mustBeWhole(lines, both, "CANCELLATION")).not.toThrow();
    expect(() => mustBeWhole(lines, [end("paint")], "CANCELLATION")).toThrow("not acceptable");
    expect(() => mustBeWhole(lines, [...both, add], "CANCELLATION")).toThrow("not acceptable");
    expect(() => mustBeWhole(lines, both, "CHANGE")).toThrow("not acceptable");
    expect(() => mustBeWhole(lines, [...both, add], "CHANGE")).not.toThrow();
  });

  it("refuses a quantity of nothing", () => {
    expect(() => diffOf(lines, [change({ quantity: 0 })])).toThrow("out of range");
  });
});

describe("whether the customer has to agree", () => {
  const asked = (...parts: AmendmentPart[]) => consentNeeded(diffOf(lines, parts));

  it("is asked when the price rises", () => expect(asked(add)).toEqual(["PRICE_UP"]));

  it("is asked when there is less work, even for less money", () => {
    expect(asked(change({ quantity: 8, saleAmount: fen(8_000) }))).toEqual(["SCOPE_DOWN"]);
    expect(asked({ kind: "CANCEL", componentId: "floor", doneShare: 0 })).toEqual(["SCOPE_DOWN"]);
  });

  it("is asked when another supplier comes", () => {
    expect(asked(change({ supplierId: "s2" }))).toEqual(["SUPPLIER_CHANGED"]);
  });

  it("is not asked when it gets better or only the cost moves", () => {
    expect(asked(change({ saleAmount: fen(9_000) }))).toEqual([]);
    expect(asked(change({ costAmount: fen(6_000) }))).toEqual([]);
    expect(asked(change({ quantity: 11 }))).toEqual([]);
  });
});
