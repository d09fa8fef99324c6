import { HOUR } from "../kernel/clock.js";
import { endOfMonth, monthAfter, monthOf } from "../kernel/day.js";
import { must } from "../kernel/refusal.js";

/** Money that was on its way when a month ended is in the books by then: no statement waits that long. */
const SETTLED_AFTER_MS = HOUR;

/** The month that is closed next: the one after the last closed, or the one in which the books began; null while they are empty. */
export function monthToClose(lastClosed: string | null, beganAt: number | null): string | null {
  if (lastClosed !== null) return monthAfter(lastClosed);
  return beganAt === null ? null : monthOf(beganAt);
}

/** Whether a text is a month such as 2026-11. */
export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** The months from the one in which the books began to this one, newest first; none while they are empty. */
export function monthsSince(beganAt: number | null, now: number): string[] {
  if (beganAt === null) return [];
  const months: string[] = [];
  for (let month = monthOf(beganAt); month <= monthOf(now); month = monthAfter(month)) months.unshift(month);
  return months;
}

/** Whether a month is over, with everything that began in it. */
export function isOver(month: string, now: number): boolean {
  return now >= endOfMonth(month) + SETTLED_AFTER_MS;
}

/**
 * Refuses VALIDATION for what is no month, PERIOD_CLOSED for one that is closed, PERIOD_OUT_OF_ORDER for another than the next,
 * PERIOD_NOT_OVER before its end.
 */
export function checkClosing(
  month: string,
  { lastClosed, next, now }: { lastClosed: string | null; next: string | null; now: number },
): void {
  must(isMonth(month), "VALIDATION", { field: "month" });
  must(lastClosed === null || month > lastClosed, "PERIOD_CLOSED", { month });
  must(month === next, "PERIOD_OUT_OF_ORDER", next === null ? {} : { next });
  must(isOver(month, now), "PERIOD_NOT_OVER", { month });
}
