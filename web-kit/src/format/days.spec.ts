import { expect, it } from "vitest";
import { addDays, dayOf, endOfDay, lastDayBefore, startOfDay, weekdayOf } from "./days";

it("counts days in Shanghai", () => {
  expect(dayOf("2026-11-19T16:00:00.000Z")).toBe("2026-11-20");
  expect(startOfDay("2026-11-20")).toBe("2026-11-19T16:00:00.000Z");
  expect(endOfDay("2026-12-31")).toBe("2026-12-31T16:00:00.000Z");
  expect(lastDayBefore(endOfDay("2026-12-31"))).toBe("2026-12-31");
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect([weekdayOf("2026-11-20"), weekdayOf("2026-11-22")]).toEqual([5, 7]);
});
