import { DAY, HOUR } from "./clock.js";

/** Business days are told in the platform's own zone, which has no daylight saving. */
const SHANGHAI_OFFSET = 8 * HOUR;

/** "2026-11-22T18:05:00.000" for an instant: what a clock on a wall in Shanghai shows. */
export function localTime(at: number): string {
  return new Date(at + SHANGHAI_OFFSET).toISOString().slice(0, -1);
}

/** "2026-11-22" for an instant, in Shanghai. */
export function dayOf(at: number): string {
  return localTime(at).slice(0, 10);
}

/** "20261122" for an instant, in Shanghai. */
export function dayStamp(at: number): string {
  return dayOf(at).replaceAll("-", "");
}

/** "2026-11" for an instant, in Shanghai. */
export function monthOf(at: number): string {
  return localTime(at).slice(0, 7);
}

/** When the month after "2026-11" begins in Shanghai, epoch ms. */
export function endOfMonth(month: string): number {
  return startOfDay(`${monthAfter(month)}-01`);
}

/** "2026-12" for "2026-11". */
export function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number)).toISOString().slice(0, 7);
}

/** "2026-10" for "2026-11". */
export function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 2)).toISOString().slice(0, 7);
}

/** When a day begins in Shanghai, epoch ms. */
export function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`) - SHANGHAI_OFFSET;
}

/** The day after, or `count` days after. */
export function dayAfter(day: string, count = 1): string {
  return dayOf(startOfDay(day) + count * DAY);
}
