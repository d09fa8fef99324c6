import { describe, expect, it } from "vitest";
import { fen } from "../kernel/money.js";
import { contractLife, customerVerbs, dayOf, mustBeAnother, mustBeScans, mustMatch, staffVerbs } from "./contract.js";

const ISSUED = Date.parse("2026-11-20T02:00:00.000Z");
const NOW = Date.parse("2026-11-22T02:00:00.000Z");
const contract = { revision: 2, amount: fen(5_764_900), issuedAt: ISSUED, uploadedBy: "someone" };
const paper = { revision: 2, amount: fen(5_764_900), effectiveOn: "2026-11-21" };

const refusal = (act: () => void): string => {
  try {
    act();
    return "DONE";
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe("a contract's life", () => {
  it.each([
    ["DRAFT", "ISSUE", "ISSUED"],
    ["ISSUED", "ISSUE", "ISSUED"],
    ["ISSUED", "UPLOAD", "SIGNED_UPLOADED"],
    ["SIGNED_UPLOADED", "UPLOAD", "SIGNED_UPLOADED"],
    ["SIGNED_UPLOADED", "VERIFY", "VERIFIED"],
    ["SIGNED_UPLOADED", "REJECT", "REJECTED"],
    ["REJECTED", "UPLOAD", "SIGNED_UPLOADED"],
    ["REJECTED", "ISSUE", "ISSUED"],
    ["VERIFIED", "FULFIL", "FULFILLED"],
    ["DRAFT", "TERMINATE", "TERMINATED"],
    ["ISSUED", "TERMINATE", "TERMINATED"],
    ["SIGNED_UPLOADED", "TERMINATE", "TERMINATED"],
    ["REJECTED", "TERMINATE", "TERMINATED"],
    ["VERIFIED", "TERMINATE", "TERMINATED"],
  ] as const)("%s %s → %s", (state, verb, next) => {
    expect(contractLife.after(state, verb)).toBe(next);
  });

  it.each([
    ["DRAFT", "UPLOAD"],
    ["DRAFT", "VERIFY"],
    ["ISSUED", "VERIFY"],
    ["SIGNED_UPLOADED", "ISSUE"],
    ["REJECTED", "VERIFY"],
    ["VERIFIED", "ISSUE"],
    ["VERIFIED", "UPLOAD"],
    ["VERIFIED", "REJECT"],
    ["FULFILLED", "TERMINATE"],
    ["TERMINATED", "ISSUE"],
  ] as const)("%s has no %s", (state, verb) => {
    expect(refusal(() => contractLife.after(state, verb))).toBe("INVALID_STATE");
  });

  it("offers customers the upload alone, and staff what they may do", () => {
    expect(customerVerbs("ISSUED")).toEqual(["UPLOAD"]);
    expect(customerVerbs("VERIFIED")).toEqual([]);
    expect(staffVerbs("SIGNED_UPLOADED", { manage: false, verify: true })).toEqual(["VERIFY", "REJECT"]);
    expect(staffVerbs("REJECTED", { manage: true, verify: false })).toEqual(["ISSUE", "UPLOAD"]);
    expect(staffVerbs("VERIFIED", { manage: true, verify: true })).toEqual([]);
  });
});

describe("verifying", () => {
  it.each([
    ["the paper as it is", {}, "DONE"],
    ["on the day of the issue", { effectiveOn: "2026-11-20" }, "DONE"],
    ["today", { effectiveOn: "2026-11-22" }, "DONE"],
    ["an older issue", { revision: 1 }, "STALE_VERSION"],
    ["an amount that is a fen less", { amount: fen(5_764_899) }, "CONTRACT_AMOUNT_DIFFERS"],
    ["before it was issued", { effectiveOn: "2026-11-19" }, "VALIDATION"],
    ["tomorrow", { effectiveOn: "2026-11-23" }, "VALIDATION"],
  ])("%s", (_case, change, code) => {
    expect(refusal(() => mustMatch(contract, fen(5_764_900), { ...paper, ...change }, NOW))).toBe(code);
  });

  it("refuses a contract whose order costs something else by now", () => {
    expect(refusal(() => mustMatch(contract, fen(6_000_000), paper, NOW))).toBe("CONTRACT_AMOUNT_DIFFERS");
  });

  it("wants another person than who uploaded it, unless the policy lets them", () => {
    expect(refusal(() => mustBeAnother(contract, "someone", true))).toBe("FOUR_EYES");
    expect(refusal(() => mustBeAnother(contract, "someone", false))).toBe("DONE");
    expect(refusal(() => mustBeAnother(contract, "another", true))).toBe("DONE");
  });
});

describe("signed pages", () => {
  it("are one to twenty", () => {
    expect(refusal(() => mustBeScans([]))).toBe("VALIDATION");
    expect(refusal(() => mustBeScans(Array.from({ length: 20 }, String)))).toBe("DONE");
    expect(refusal(() => mustBeScans(Array.from({ length: 21 }, String)))).toBe("VALIDATION");
  });

  it("are dated in Shanghai", () => {
    expect(dayOf(Date.parse("2026-11-22T17:00:00.000Z"))).toBe("2026-11-23");
  });
});
