import { describe, expect, it } from "vitest";
import { Refusal } from "../kernel/refusal.js";
import {
  type AllocationState,
  allocationLife,
  catchUp,
  firstVerb,
  grantedStates,
  openStates,
  type RefundState,
  refundLife,
  refundRoutes,
  sharesAll,
} from "./refund.js";

describe("the life of a refund", () => {
  it("lets people step back until it is approved, and never after", () => {
    for (const state of openStates)
      expect(refundLife.verbs(state)).toEqual(expect.arrayContaining(["REJECT", "WITHDRAW"]));
    for (const state of grantedStates) {
      expect(refundLife.allows(state, "REJECT")).toBe(false);
      expect(refundLife.allows(state, "WITHDRAW")).toBe(false);
    }
  });

  it("approves nothing that was not agreed", () => {
    const approvable = refundLife.states.filter((state) => refundLife.allows(state, "APPROVE"));
    expect(approvable).toEqual(["AGREED"]);
    expect(() => refundLife.after("PROPOSED", "APPROVE")).toThrow(Refusal);
  });

  it("ends in three ways only", () => {
    expect(refundLife.states.filter((state) => refundLife.verbs(state).length === 0)).toEqual([
      "SUCCEEDED",
      "REJECTED",
      "WITHDRAWN",
    ]);
  });
});

describe("the life of a part of it", () => {
  it("begins by its route", () => {
    expect(refundRoutes.map(firstVerb)).toEqual(["SEND", "HAND_OVER", "SUCCEED"]);
  });

  it("is paid once: what succeeded stays so", () => {
    expect(allocationLife.verbs("SUCCEEDED")).toEqual([]);
    expect(() => allocationLife.after("WAITING_CASHIER", "SEND")).toThrow(Refusal);
  });
});

describe("catching up with its parts", () => {
  const cases: readonly (readonly [RefundState, readonly AllocationState[], readonly string[]])[] = [
    ["APPROVED", ["SENDING", "WAITING_CASHIER"], ["EXECUTE"]],
    ["APPROVED", ["SUCCEEDED"], ["EXECUTE", "SUCCEED"]],
    ["EXECUTING", ["SUCCEEDED", "SENDING"], []],
    ["EXECUTING", ["SUCCEEDED", "FAILED"], ["FAIL_PARTLY"]],
    ["EXECUTING", ["SUCCEEDED", "SUCCEEDED"], ["SUCCEED"]],
    ["PARTLY_FAILED", ["FAILED", "SUCCEEDED"], []],
    ["PARTLY_FAILED", ["WAITING_CASHIER", "SUCCEEDED"], ["EXECUTE"]],
    ["PARTLY_FAILED", ["SUCCEEDED", "SUCCEEDED"], ["EXECUTE", "SUCCEED"]],
  ];
  it.each(cases)("from %s with parts %s goes %s", (state, parts, verbs) => {
    expect(catchUp(state, parts)).toEqual(verbs);
    let now = state;
    for (const verb of catchUp(state, parts)) now = refundLife.after(now, verb);
  });
});

it("asks that the three shares are whole basis points of all of it", () => {
  expect(sharesAll({ platform: 3_000, supplier: 7_000, customer: 0 })).toBe(true);
  for (const wrong of [
    { platform: 3_000, supplier: 6_999, customer: 0 },
    { platform: 10_001, supplier: -1, customer: 0 },
    { platform: 3_000.5, supplier: 6_999.5, customer: 0 },
  ]) {
    expect(sharesAll(wrong)).toBe(false);
  }
});
