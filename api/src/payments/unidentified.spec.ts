import { describe, expect, it } from "vitest";
import { unidentifiedActions, unidentifiedLife, unidentifiedStateNames, unidentifiedStates } from "./unidentified.js";

const cashier = { accountId: "one", mayConfirm: true };

describe("money that names no order", () => {
  it("stands on the books until it is an order's or was sent back", () => {
    const ended = unidentifiedStateNames.filter((state) => unidentifiedLife.verbs(state).length === 0);
    expect([ended, unidentifiedStates]).toEqual([
      ["IDENTIFIED", "RETURNED"],
      ["OPEN", "RETURNING"],
    ]);
  });

  it("is never an order's while it is on its way back", () => {
    expect(unidentifiedLife.allows("RETURNING", "IDENTIFY")).toBe(false);
  });

  it("is sent back by another person than who proposed it, unless one person may do both", () => {
    const proposed = { state: "RETURNING" as const, returnBy: "one" };
    expect(unidentifiedActions(proposed, cashier, true)).toEqual(["KEEP"]);
    expect(unidentifiedActions(proposed, cashier, false)).toEqual(["RETURN", "KEEP"]);
    expect(unidentifiedActions(proposed, { ...cashier, accountId: "two" }, true)).toEqual(["RETURN", "KEEP"]);
  });

  it("offers nothing to who only reads", () => {
    expect(unidentifiedActions({ state: "OPEN", returnBy: null }, { ...cashier, mayConfirm: false }, true)).toEqual([]);
  });
});
