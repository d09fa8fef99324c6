import { describe, expect, it } from "vitest";
import { orderLife, stateOnSubmission, takesMoney } from "./order.js";

describe("the life of an order", () => {
  it.each([
    ["SUBMITTED", "CONFIRM", "CONFIRMED"],
    ["SUBMITTED", "CANCEL", "CANCELLED"],
    ["SUBMITTED", "EXPIRE", "EXPIRED"],
    ["CONFIRMED", "START_DELIVERY", "IN_DELIVERY"],
    ["CONFIRMED", "CANCEL", "CANCELLED"],
    ["CONFIRMED", "EXPIRE", "EXPIRED"],
    ["IN_DELIVERY", "COMPLETE", "COMPLETED"],
  ] as const)("goes from %s by %s to %s", (state, verb, next) => {
    expect(orderLife.after(state, verb)).toBe(next);
  });

  it.each([
    ["IN_DELIVERY", "CANCEL"],
    ["COMPLETED", "CANCEL"],
    ["CANCELLED", "CONFIRM"],
    ["EXPIRED", "START_DELIVERY"],
    ["SUBMITTED", "START_DELIVERY"],
  ] as const)("does not go from %s by %s", (state, verb) => {
    expect(() => orderLife.after(state, verb)).toThrow("present state");
  });

  it("is confirmed at once at catalogue price", () => {
    expect(stateOnSubmission("CATALOGUE")).toBe("CONFIRMED");
  });

  it("takes money until it is cancelled or expired", () => {
    expect(orderLife.states.filter((state) => !takesMoney(state))).toEqual(["CANCELLED", "EXPIRED"]);
  });
});
