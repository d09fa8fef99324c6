import { describe, expect, it } from "vitest";
import { fen } from "../kernel/money.js";
import {
  agreedAmount,
  type ContractState,
  contractAmong,
  contractLife,
  customerVerbs,
  mayVoid,
  mustBeAnother,
  mustBeScans,
  mustMatch,
  staffVerbs,
  standingOf,
} from "./contract.js";

const ISSUED = Date.parse("2026-11-20T02:00:00.000Z");
const NOW = Date.parse("2026-11-22T02:00:00.000Z");
const contract = { revision: 2, amount: fen(5_764_900), issuedAt: ISSUED, issuedBy: "office", uploadedBy: "someone" };
const paper = { revision: 2, amount: fen(5_764_900), effectiveOn: "2026-11-21", allPages: true, signedAndSealed: true };

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
    ["ISSUED", "VOID", "TERMINATED"],
    ["SIGNED_UPLOADED", "VOID", "TERMINATED"],
    ["REJECTED", "VOID", "TERMINATED"],
    ["VERIFIED", "VOID", "TERMINATED"],
    ["VERIFIED", "START_ADDENDUM", "ADDENDUM_NEEDED"],
    ["ADDENDUM_NEEDED", "START_ADDENDUM", "ADDENDUM_NEEDED"],
    ["ADDENDUM_NEEDED", "RENEW", "VERIFIED"],
    ["ADDENDUM_NEEDED", "FULFIL", "FULFILLED"],
    ["ADDENDUM_NEEDED", "TERMINATE", "TERMINATED"],
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
    ["DRAFT", "VOID"],
    ["ADDENDUM_NEEDED", "VOID"],
    ["ISSUED", "START_ADDENDUM"],
    ["VERIFIED", "RENEW"],
    ["FULFILLED", "VOID"],
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
    const inState = (state: ContractState, addendumOf: string | null = null) => ({ state, addendumOf });
    expect(staffVerbs(inState("SIGNED_UPLOADED"), { manage: false, verify: true })).toEqual(["VERIFY", "REJECT"]);
    expect(staffVerbs(inState("REJECTED"), { manage: true, verify: false })).toEqual(["ISSUE", "UPLOAD"]);
    expect(staffVerbs(inState("VERIFIED"), { manage: true, verify: true })).toEqual(["START_ADDENDUM", "VOID"]);
    expect(staffVerbs(inState("VERIFIED", "original"), { manage: true, verify: true })).toEqual([]);
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
    ["with a page missing", { allPages: false }, "VALIDATION"],
    ["without a signature", { signedAndSealed: false }, "VALIDATION"],
  ])("%s", (_case, change, code) => {
    expect(refusal(() => mustMatch(contract, fen(5_764_900), { ...paper, ...change }, NOW))).toBe(code);
  });

  it("refuses a contract whose order costs something else by now", () => {
    expect(refusal(() => mustMatch(contract, fen(6_000_000), paper, NOW))).toBe("CONTRACT_AMOUNT_DIFFERS");
  });

  it("wants another person than who issued or uploaded it, unless the policy lets them", () => {
    expect(refusal(() => mustBeAnother(contract, "someone", true))).toBe("FOUR_EYES");
    expect(refusal(() => mustBeAnother(contract, "office", true))).toBe("FOUR_EYES");
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
});

describe("the papers of an order", () => {
  const paper = (id: string, state: ContractState, amount: number, addendumOf: string | null = null) => ({
    ...{ id, state, addendumOf },
    amount: fen(amount),
  });
  const voided = paper("first", "TERMINATED", 100);
  const needed = paper("second", "ADDENDUM_NEEDED", 200);

  it("have one contract: the last that is no addendum", () => {
    expect(contractAmong([voided, needed, paper("third", "ISSUED", 300, "second")])).toEqual([needed]);
    expect(contractAmong([])).toEqual([]);
  });

  it("say what was agreed last", () => {
    expect(agreedAmount([voided, needed])).toBe(200);
    expect(agreedAmount([voided, needed, paper("third", "ISSUED", 300, "second")])).toBe(200);
    expect(agreedAmount([voided, needed, paper("third", "VERIFIED", 300, "second")])).toBe(300);
    expect(agreedAmount([paper("first", "SIGNED_UPLOADED", 100)])).toBeNull();
  });

  it("stand where the one under way stands", () => {
    expect(standingOf([])).toBeNull();
    expect(standingOf([voided, paper("second", "ISSUED", 200)])).toBe("ISSUED");
    expect(standingOf([needed, paper("third", "SIGNED_UPLOADED", 300, "second")])).toBe("SIGNED_UPLOADED");
    expect(standingOf([needed, paper("third", "TERMINATED", 300, "second")])).toBe("DRAFT");
  });

  it.each([
    ["a contract before the work begins", "VERIFIED", null, false, true],
    ["a contract under which work goes on", "VERIFIED", null, true, false],
    ["a draft", "DRAFT", null, false, false],
    ["an addendum while work goes on", "ISSUED", "first", true, true],
    ["an addendum in force", "VERIFIED", "first", false, false],
  ] as const)("may be voided or not: %s", (_case, state, addendumOf, delivering, may) => {
    expect(mayVoid({ state, addendumOf }, delivering)).toBe(may);
  });
});
