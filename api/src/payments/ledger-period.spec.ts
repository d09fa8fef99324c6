import { describe, expect, it } from "vitest";
import { HOUR } from "../kernel/clock.js";
import { endOfMonth } from "../kernel/day.js";
import { Refusal } from "../kernel/refusal.js";
import { checkClosing, isOver, monthToClose } from "./ledger-period.js";

const NEW_YEAR = Date.parse("2027-01-01T00:00:00+08:00");

/** The code with which closing is refused, or "closed". */
function closing(month: string, lastClosed: string | null, next: string | null, now: number): string {
  try {
    checkClosing(month, { lastClosed, next, now });
    return "closed";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe("the month to close", () => {
  it("is the one in which the books began, then one after another, also over the year", () => {
    expect(monthToClose(null, null)).toBeNull();
    expect(monthToClose(null, NEW_YEAR - 1)).toBe("2026-12");
    expect(monthToClose("2026-12", 0)).toBe("2027-01");
  });

  it("ends at midnight in Shanghai and is over an hour later", () => {
    expect(endOfMonth("2026-12")).toBe(NEW_YEAR);
    expect(isOver("2026-12", NEW_YEAR + HOUR - 1)).toBe(false);
    expect(isOver("2026-12", NEW_YEAR + HOUR)).toBe(true);
  });
});

describe("closing a month", () => {
  it.each([
    ["2026-12", "2026-11", "2026-12", NEW_YEAR + HOUR, "closed"],
    ["2026-12", "2026-11", "2026-12", NEW_YEAR, "PERIOD_NOT_OVER"],
    ["2026-11", "2026-11", "2026-12", NEW_YEAR + HOUR, "PERIOD_CLOSED"],
    ["2027-01", "2026-11", "2026-12", NEW_YEAR + HOUR, "PERIOD_OUT_OF_ORDER"],
    ["2026-12", null, null, NEW_YEAR + HOUR, "PERIOD_OUT_OF_ORDER"],
    ["2026-13", null, "2026-12", NEW_YEAR + HOUR, "VALIDATION"],
    ["12/2026", null, "2026-12", NEW_YEAR + HOUR, "VALIDATION"],
  ])("%s after %s, with %s next, at %d: %s", (month, lastClosed, next, now, answer) => {
    expect(closing(month, lastClosed, next, now)).toBe(answer);
  });
});
