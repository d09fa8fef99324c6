import { describe, expect, it } from "vitest";
import { fen } from "../kernel/money.js";
import { Refusal, type RefusalCode } from "../kernel/refusal.js";
import { type ApplicationContent, applicationLife, checkComplete, cleanDraft } from "./application.js";

const TODAY = "20261120";
const complete = (wish: Partial<ApplicationContent> = {}): ApplicationContent => ({
  organisation: "湘江装饰有限公司",
  uscc: "9144030071526726XG",
  contactName: "周明",
  contactPhone: "13900000001",
  contactEmail: "Zhou@Example.com",
  introduction: "",
  regions: ["430100"],
  services: [{ itemId: "item", level: 3, costPrice: fen(7_000), salePrice: fen(10_000), perDay: 5, notes: null }],
  documents: [{ kind: "BUSINESS_LICENCE", fileId: "file", expiresOn: null }],
  ...wish,
});
const codeOf = (deed: () => unknown): RefusalCode | "DONE" => {
  try {
    deed();
    return "DONE";
  } catch (error) {
    return (error as Refusal).code;
  }
};

describe("a draft application", () => {
  it("may have gaps, but not without an address for the private link", () => {
    const gaps = complete({
      organisation: "",
      uscc: " ",
      contactName: "",
      contactPhone: "",
      regions: [],
      services: [],
    });
    expect(cleanDraft(gaps).uscc).toBe("");
    expect(codeOf(() => cleanDraft(complete({ contactEmail: "" })))).toBe("VALIDATION");
  });

  it("refuses what is there and wrong", () => {
    expect(codeOf(() => cleanDraft(complete({ uscc: "9144030071526726XA" })))).toBe("VALIDATION");
    expect(codeOf(() => cleanDraft(complete({ regions: ["999999"] })))).toBe("VALIDATION");
    expect(codeOf(() => cleanDraft(complete({ contactPhone: "12" })))).toBe("VALIDATION");
  });

  it("keeps the address in the form it will be a login in", () => {
    expect(cleanDraft(complete()).contactEmail).toBe("zhou@example.com");
  });
});

describe("a complete application", () => {
  it("passes", () => expect(codeOf(() => checkComplete(complete(), TODAY))).toBe("DONE"));

  it.each<[RefusalCode, Partial<ApplicationContent>]>([
    ["VALIDATION", { organisation: "" }],
    ["VALIDATION", { uscc: "" }],
    ["VALIDATION", { contactName: "" }],
    ["VALIDATION", { regions: [] }],
    ["SERVICES_MISSING", { services: [] }],
    ["DOCUMENTS_MISSING", { documents: [] }],
    ["DOCUMENTS_MISSING", { documents: [{ kind: "ID_CARD", fileId: "file", expiresOn: null }] }],
    ["DOCUMENTS_MISSING", { documents: [{ kind: "BUSINESS_LICENCE", fileId: "file", expiresOn: "2026-11-19" }] }],
  ])("refuses %s for %o", (code, wish) => {
    expect(codeOf(() => checkComplete(complete(wish), TODAY))).toBe(code);
  });

  it("accepts a licence on its last day", () => {
    const documents = [{ kind: "BUSINESS_LICENCE", fileId: "file", expiresOn: "2026-11-20" }] as const;
    expect(codeOf(() => checkComplete(complete({ documents }), TODAY))).toBe("DONE");
  });
});

describe("the life of an application", () => {
  it("comes back from NEEDS_INFO and ends three ways", () => {
    expect(applicationLife.after("DRAFT", "SUBMIT")).toBe("SUBMITTED");
    expect(applicationLife.after("SUBMITTED", "RETURN")).toBe("NEEDS_INFO");
    expect(applicationLife.after("NEEDS_INFO", "SUBMIT")).toBe("SUBMITTED");
    for (const state of ["DRAFT", "SUBMITTED", "NEEDS_INFO"] as const) {
      expect(applicationLife.after(state, "WITHDRAW")).toBe("WITHDRAWN");
    }
    for (const end of ["APPROVED", "REJECTED", "WITHDRAWN"] as const) expect(applicationLife.verbs(end)).toEqual([]);
  });

  it("never approves a draft", () => {
    expect(codeOf(() => applicationLife.after("DRAFT", "APPROVE"))).toBe("INVALID_STATE");
  });
});
