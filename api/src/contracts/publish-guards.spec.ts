import { describe, expect, it } from "vitest";
import { contractGuards } from "./publish-guards.js";

describe("a product that is bought with a contract", () => {
  const known = new Set(["RENOVATION"]);
  it("names a template there is", () => {
    expect(contractGuards({ contractTemplate: "RENOVATION" }, known)).toMatchObject([{ passed: true, detail: null }]);
    expect(contractGuards({ contractTemplate: "TYPO" }, known)).toEqual([
      { code: "CONTRACT_TEMPLATE_EXISTS", passed: false, detail: "TYPO" },
    ]);
  });

  it("needs none when it is bought without", () => {
    expect(contractGuards({ contractTemplate: null }, new Set())).toMatchObject([{ passed: true }]);
  });
});
