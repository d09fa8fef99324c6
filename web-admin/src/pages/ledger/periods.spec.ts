import { describe, expect, it } from "vitest";
import { dayBefore, daysOf, monthOf } from "./periods";

describe("a month", () => {
  it("has its own first and last day, in leap years too", () => {
    expect(daysOf("2026-11")).toEqual({ from: "2026-11-01", until: "2026-11-30" });
    expect(daysOf("2028-02").until).toBe("2028-02-29");
    expect(daysOf("2026-12").until).toBe("2026-12-31");
  });

  it("begins after the last day of the one before, over the year as well", () => {
    expect(dayBefore("2026-11")).toBe("2026-10-31");
    expect(dayBefore("2026-01")).toBe("2025-12-31");
  });

  it("is known from its days, and only from both", () => {
    expect(monthOf("2026-11-01", "2026-11-30")).toBe("2026-11");
    expect(monthOf("2026-11-01", "2026-11-29")).toBeUndefined();
    expect(monthOf(undefined, "2026-11-30")).toBeUndefined();
  });
});
