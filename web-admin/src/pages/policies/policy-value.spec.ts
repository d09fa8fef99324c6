import { describe, expect, it } from "vitest";
import { shownValue, typedValue } from "./policy-value";

describe("a number of a setting", () => {
  it.each([
    ["1000", "10"],
    ["1250", "12.5"],
    ["5", "0.05"],
    ["0", "0"],
    ["-10000", "-100"],
    ["-1", "-0.01"],
  ])("%s is shown as %s and read back the same", (kept, shown) => {
    expect(shownValue(kept)).toBe(shown);
    expect(typedValue(shown)).toBe(kept);
  });

  it("is read as people type it, and what is no number is none", () => {
    expect(typedValue(" １２.５ % ")).toBe("1250");
    expect(typedValue("1.005")).toBeNull();
    expect(typedValue("十")).toBeNull();
    expect(typedValue("")).toBeNull();
  });
});
