import { zone } from "./dates";

const day = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });

/** YYYY-MM-DD of an instant in Shanghai. */
export function dayOf(at: string | number): string {
  return day.format(new Date(at));
}

/** The instant at which a day begins in Shanghai. */
export function startOfDay(text: string): string {
  return new Date(`${text}T00:00:00+08:00`).toISOString();
}

/** The day `count` days later. */
export function addDays(text: string, count: number): string {
  const at = new Date(`${text}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

/** The instant at which a day is over in Shanghai. */
export function endOfDay(text: string): string {
  return startOfDay(addDays(text, 1));
}

/** The last whole day before an instant at which something ends. */
export function lastDayBefore(at: string): string {
  return dayOf(new Date(at).getTime() - 1);
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(text: string): number {
  return new Date(`${text}T00:00:00Z`).getUTCDay() || 7;
}
