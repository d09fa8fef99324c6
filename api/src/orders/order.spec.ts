import { describe, expect, it } from "vitest";
import { fen } from "../kernel/money.js";
import { auditReasonsOf, orderLife, stateOnSubmission, takesMoney } from "./order.js";

describe("the life of an order", () => {
  it.each([
    ["SUBMITTED", "CONFIRM", "CONFIRMED"],
    ["SUBMITTED", "CANCEL", "CANCELLED"],
    ["SUBMITTED", "EXPIRE", "EXPIRED"],
    ["CONFIRMED", "START_DELIVERY", "IN_DELIVERY"],
    ["CONFIRMED", "CANCEL", "CANCELLED"],
    ["CONFIRMED", "EXPIRE", "EXPIRED"],
    ["IN_DELIVERY", "COMPLETE", "COMPLETED"],
    ["IN_DELIVERY", "CANCEL", "CANCELLED"],
    ["SUBMITTED", "HOLD", "PENDING_AUDIT"],
    ["PENDING_AUDIT", "CONFIRM", "CONFIRMED"],
    ["PENDING_AUDIT", "RETURN", "RETURNED"],
    ["PENDING_AUDIT", "CANCEL", "CANCELLED"],
    ["RETURNED", "RESUBMIT", "PENDING_AUDIT"],
    ["RETURNED", "CANCEL", "CANCELLED"],
    ["RETURNED", "EXPIRE", "EXPIRED"],
  ] as const)("goes from %s by %s to %s", (state, verb, next) => {
    expect(orderLife.after(state, verb)).toBe(next);
  });

  it.each([
    ["COMPLETED", "CANCEL"],
    ["PENDING_AUDIT", "START_DELIVERY"],
    ["PENDING_AUDIT", "EXPIRE"],
    ["RETURNED", "CONFIRM"],
    ["CANCELLED", "CONFIRM"],
    ["EXPIRED", "START_DELIVERY"],
    ["SUBMITTED", "START_DELIVERY"],
  ] as const)("does not go from %s by %s", (state, verb) => {
    expect(() => orderLife.after(state, verb)).toThrow("present state");
  });

  it("is confirmed at once below the limit, and held from it on", () => {
    const rule = { limit: fen(5_000_000), quoted: false };
    const reasons = (total: number) => auditReasonsOf({ quotationId: null, total: fen(total) }, rule);
    expect(stateOnSubmission(reasons(4_999_999))).toBe("CONFIRMED");
    expect(reasons(5_000_000)).toEqual(["OVER_LIMIT"]);
    expect(stateOnSubmission(reasons(5_000_000))).toBe("PENDING_AUDIT");
  });

  it("is held for being quoted only where the policy says so", () => {
    const quoted = { quotationId: "q", total: fen(100) };
    expect(auditReasonsOf(quoted, { limit: fen(5_000_000), quoted: false })).toEqual([]);
    expect(auditReasonsOf(quoted, { limit: fen(5_000_000), quoted: true })).toEqual(["QUOTED"]);
  });

  it("takes money until it is cancelled or expired", () => {
    expect(orderLife.states.filter((state) => !takesMoney(state))).toEqual(["CANCELLED", "EXPIRED"]);
  });
});
