import { describe, expect, it } from "vitest";
import { formatAbsolute, formatDateTime, formatDay, formatDuration, formatMonth, formatRelative } from "./dates";

// Friday 20 November 2026, 10:15 in Shanghai.
const now = Date.parse("2026-11-20T02:15:00Z");

describe("dates", () => {
  it.each([
    ["2026-11-20T01:05:00Z", "09:05", "09:05"],
    ["2026-11-19T16:00:00Z", "00:00", "00:00"],
    ["2026-11-19T15:59:00Z", "昨天 23:59", "yesterday 23:59"],
    ["2026-03-02T04:00:00Z", "03-02 12:00", "2 Mar, 12:00"],
    ["2025-12-31T15:00:00Z", "2025-12-31 23:00", "31 Dec 2025, 23:00"],
  ])("shows %s in Shanghai's time", (at, zh, en) => {
    expect(formatDateTime(at, now, "zh-CN")).toBe(zh);
    expect(formatDateTime(at, now, "en")).toBe(en);
  });

  it("is relative only within the hour", () => {
    expect(formatRelative("2026-11-20T02:12:00Z", now, "zh-CN")).toBe("3 分钟前");
    expect(formatRelative("2026-11-20T02:14:30Z", now, "en")).toBe("just now");
    expect(formatRelative("2026-11-20T02:45:00Z", now, "zh-CN")).toBe("30 分钟后");
    expect(formatRelative("2026-11-20T01:15:00Z", now, "zh-CN")).toBeNull();
  });

  it("always gives the full instant for titles", () => {
    expect(formatAbsolute("2026-11-19T16:30:00Z")).toBe("2026-11-20 00:30");
  });

  it("names the weekday of a calendar day", () => {
    expect(formatDay("2026-11-20", now, "zh-CN")).toBe("11-20 周五");
    expect(formatDay("2027-01-01", now, "en")).toBe("Fri 1 Jan 2027");
  });

  it("names the month of what began long ago", () => {
    expect(formatMonth("2026-08-31T16:30:00Z", "zh-CN")).toBe("2026 年 9 月");
    expect(formatMonth("2026-08-31T15:30:00Z", "en")).toBe("Aug 2026");
  });

  it.each([
    [45_000, "45 秒"],
    [5 * 60_000 + 3_000, "5 分 03 秒"],
    [80 * 60_000, "1 小时 20 分"],
    [17 * 3_600_000 + 20_000, "17 小时"],
    [48 * 3_600_000, "2 天"],
    [-26 * 3_600_000, "1 天 2 小时"],
  ])("says %d ms as %s", (ms, words) => {
    expect(formatDuration(ms, "zh-CN")).toBe(words);
  });
});
