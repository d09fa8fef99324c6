import { describe, expect, it } from "vitest";
import { dayAfter, dayOf, startOfDay } from "../kernel/day.js";
import {
  type Calendar,
  type Capacity,
  cleanCalendar,
  firstDayAhead,
  freeOn,
  isDay,
  nextFreeDay,
  openCalendar,
  roomOn,
  weekdayOf,
} from "./calendar.js";

/** A Friday, 10:00 in Shanghai. */
const NOW = Date.parse("2026-11-20T02:00:00Z");
const nothing = { ofItem: 0, ofAll: 0 };
const week: Calendar = { workdays: [1, 2, 3, 4, 5], days: [], perDay: null };
const capacity = (wish: Partial<Capacity> = {}): Capacity => ({
  perDay: 3,
  supplier: openCalendar,
  item: null,
  ...wish,
});

describe("a day", () => {
  it("is told in Shanghai, whatever the hour", () => {
    expect(dayOf(Date.parse("2026-11-19T15:59:59.999Z"))).toBe("2026-11-19");
    expect(dayOf(Date.parse("2026-11-19T16:00:00Z"))).toBe("2026-11-20");
    expect(startOfDay("2026-11-20")).toBe(Date.parse("2026-11-19T16:00:00Z"));
    expect(dayAfter("2026-12-31")).toBe("2027-01-01");
    expect([weekdayOf("2026-11-20"), weekdayOf("2026-11-22")]).toEqual([5, 7]);
  });

  it.each(["2026-02-30", "2026-13-01", "26-01-01", "2026-1-1", "tomorrow", ""])("%j is none", (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe("a calendar", () => {
  it("puts days in order and drops what is said twice of the week", () => {
    const days = [
      { day: "2027-02-06", perDay: 0, note: " 春节 " },
      { day: "2026-12-25", perDay: 1, note: " " },
    ];
    expect(cleanCalendar({ workdays: [5, 1, 5], days, perDay: null })).toEqual({
      workdays: [1, 5],
      days: [
        { day: "2026-12-25", perDay: 1, note: null },
        { day: "2027-02-06", perDay: 0, note: "春节" },
      ],
      perDay: null,
    });
  });

  it.each([
    { workdays: [] },
    { workdays: [0] },
    { workdays: [8] },
    { workdays: [1.5] },
    { perDay: 0 },
    { perDay: 10_001 },
    { days: [{ day: "2026-02-30", perDay: 0, note: null }] },
    { days: [{ day: "2026-12-01", perDay: -1, note: null }] },
    { days: [1, 1].map(() => ({ day: "2026-12-01", perDay: 0, note: null })) },
    { days: Array.from({ length: 401 }, (_, i) => ({ day: dayAfter("2026-01-01", i), perDay: 0, note: null })) },
  ])("refuses VALIDATION for %o", (wish) => {
    expect(() => cleanCalendar({ ...openCalendar, ...wish })).toThrow(expect.objectContaining({ code: "VALIDATION" }));
  });
});

describe("the room of a day", () => {
  it("is what the service takes, less what is kept, never below none", () => {
    expect(freeOn(capacity(), "2026-11-20", nothing)).toBe(3);
    expect(freeOn(capacity(), "2026-11-20", { ofItem: 2, ofAll: 2 })).toBe(1);
    expect(freeOn(capacity(), "2026-11-20", { ofItem: 9, ofAll: 9 })).toBe(0);
  });

  it("is none outside the week, unless the day was opened", () => {
    const supplier = { ...week, days: [{ day: "2026-11-22", perDay: 2, note: null }] };
    expect(freeOn(capacity({ supplier }), "2026-11-21", nothing)).toBe(0);
    expect(freeOn(capacity({ supplier }), "2026-11-22", nothing)).toBe(2);
    expect(freeOn(capacity({ supplier }), "2026-11-22", { ofItem: 0, ofAll: 2 })).toBe(0);
  });

  it("is shared by all items where the supplier sets a limit of its own", () => {
    const supplier = { ...openCalendar, perDay: 4 };
    expect(freeOn(capacity({ supplier }), "2026-11-20", { ofItem: 0, ofAll: 3 })).toBe(1);
    expect(freeOn(capacity({ supplier }), "2026-11-20", { ofItem: 0, ofAll: 4 })).toBe(0);
  });

  it("follows the item's own week where it has one, but never a day the whole company is closed", () => {
    const item: Calendar = { workdays: [6, 7], days: [], perDay: 1 };
    const supplier = { ...week, days: [{ day: "2026-11-28", perDay: 0, note: null }] };
    expect(roomOn(capacity({ supplier, item }), "2026-11-21")).toBe(1);
    expect(roomOn(capacity({ supplier, item }), "2026-11-20")).toBe(0);
    expect(roomOn(capacity({ supplier, item }), "2026-11-28")).toBe(0);
  });

  it("is looked for day by day, and not for ever", () => {
    const supplier = { ...week, days: [{ day: "2026-11-23", perDay: 0, note: null }] };
    expect(nextFreeDay(capacity({ supplier }), "2026-11-21", () => nothing)).toBe("2026-11-24");
    expect(nextFreeDay(capacity(), "2026-11-21", () => ({ ofItem: 3, ofAll: 3 }), 10)).toBeNull();
  });
});

describe("the notice a supplier wants", () => {
  it("is over before the first day that can be ordered begins", () => {
    expect(firstDayAhead(NOW, { noticeHours: null, leadHours: null })).toBe("2026-11-20");
    expect(firstDayAhead(NOW, { noticeHours: 1, leadHours: null })).toBe("2026-11-21");
    expect(firstDayAhead(NOW, { noticeHours: 14, leadHours: null })).toBe("2026-11-21");
    expect(firstDayAhead(NOW, { noticeHours: 15, leadHours: null })).toBe("2026-11-22");
    expect(firstDayAhead(NOW, { noticeHours: 1, leadHours: 15 })).toBe("2026-11-22");
  });
});
