import { expect, test } from "vitest";
import { groupByDay } from "./group-by-day";

const now = Date.parse("2026-11-20T04:00:00Z"); // noon in Shanghai

const at = (iso: string) => ({ at: iso });

test("days change at midnight in Shanghai, and today and yesterday are known as such", () => {
  const days = groupByDay(
    [at("2026-11-19T16:00:00Z"), at("2026-11-19T15:59:59Z"), at("2026-11-18T16:00:00Z"), at("2026-11-18T10:00:00Z")],
    now,
    "zh-CN",
  );
  expect(days.map(({ today, yesterday, rows }) => ({ today, yesterday, count: rows.length }))).toEqual([
    { today: true, yesterday: false, count: 1 },
    { today: false, yesterday: true, count: 2 },
    { today: false, yesterday: false, count: 1 },
  ]);
});

test("nothing makes no day", () => {
  expect(groupByDay([], now, "en")).toEqual([]);
});
