import { cleanText } from "../identity/account.js";
import { HOUR } from "../kernel/clock.js";
import { dayAfter, dayOf, startOfDay } from "../kernel/day.js";
import { must } from "../kernel/refusal.js";

/** A day that differs from the week: `perDay` 0 is closed, more opens it for so many. */
export interface SpecialDay {
  /** YYYY-MM-DD in Shanghai. */
  readonly day: string;
  readonly perDay: number;
  readonly note: string | null;
}

/** On which days work is taken, and how much of it. */
export interface Calendar {
  /** 1 Monday … 7 Sunday. */
  readonly workdays: readonly number[];
  readonly days: readonly SpecialDay[];
  /** The most pieces of work on one day; null has no limit of its own. */
  readonly perDay: number | null;
}

/** Every day of the week, nothing special: who has said nothing works always. */
export const openCalendar: Calendar = { workdays: [1, 2, 3, 4, 5, 6, 7], days: [], perDay: null };

const DAY_TEXT = /^\d{4}-\d\d-\d\d$/;
const MAX_SPECIAL_DAYS = 400;

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;
}

/** Whether the text is a real day as YYYY-MM-DD: 2027-02-30 is none. */
export function isDay(text: string): boolean {
  const at = DAY_TEXT.test(text) ? Date.parse(`${text}T00:00:00.000Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/**
 * Checks a calendar; special days come back in order. Refuses VALIDATION for a week without days or with unknown ones, a
 * day that is none or comes twice, more than 400 special days, and numbers outside 0…10,000.
 */
export function cleanCalendar(calendar: Calendar): Calendar {
  const workdays = [...new Set(calendar.workdays)].sort((a, b) => a - b);
  const known = workdays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
  must(known && workdays.length > 0, "VALIDATION", { field: "workdays", min: 1, max: 7 });
  must(calendar.days.length <= MAX_SPECIAL_DAYS, "VALIDATION", { field: "days", max: MAX_SPECIAL_DAYS });
  const days = calendar.days.map(cleanSpecialDay).sort((a, b) => (a.day < b.day ? -1 : 1));
  must(new Set(days.map(({ day }) => day)).size === days.length, "VALIDATION", { field: "days", repeated: true });
  if (calendar.perDay !== null) checkCount(calendar.perDay, "perDay", 1);
  return { workdays, days, perDay: calendar.perDay };
}

function cleanSpecialDay({ day, perDay, note }: SpecialDay): SpecialDay {
  must(isDay(day), "VALIDATION", { field: "days", value: day });
  checkCount(perDay, "days", 0);
  return { day, perDay, note: note?.trim() ? cleanText(note, "note", 60) : null };
}

function checkCount(value: number, field: string, min: number): void {
  must(Number.isInteger(value) && value >= min && value <= 10_000, "VALIDATION", { field, min, max: 10_000 });
}

/** How many pieces of work a calendar alone would take on a day; Infinity where it sets no limit. */
function roomOf(calendar: Calendar, day: string): number {
  const special = calendar.days.find((one) => one.day === day);
  if (special) return special.perDay;
  return calendar.workdays.includes(weekdayOf(day)) ? (calendar.perDay ?? Number.POSITIVE_INFINITY) : 0;
}

/** Everything that limits one supplier's day for one item. */
export interface Capacity {
  /** The service's own limit for a day. */
  readonly perDay: number;
  /** Of the supplier as a whole; its limit is shared by all items. */
  readonly supplier: Calendar;
  /** Of this item, where it has one of its own; it then says alone on which days this item is done. */
  readonly item: Calendar | null;
}

/** What a day holds already: of this item, and of all the supplier's items together. */
export interface Taken {
  readonly ofItem: number;
  readonly ofAll: number;
}

/**
 * How many more pieces of this item the supplier can take on `day`; never negative. A day closed for the whole company is
 * closed for every item; a calendar of the item replaces the company's week for it.
 */
export function freeOn(capacity: Capacity, day: string, taken: Taken): number {
  const { perDay, supplier, item } = capacity;
  const company = supplier.days.find((one) => one.day === day);
  if (company?.perDay === 0) return 0;
  const own = item === null ? roomOf(supplier, day) : roomOf(item, day);
  if (own === 0) return 0;
  const ofCompany = company?.perDay ?? supplier.perDay ?? Number.POSITIVE_INFINITY;
  const ofItem = Math.min(perDay, item === null ? Number.POSITIVE_INFINITY : own);
  return Math.max(0, Math.min(ofItem - taken.ofItem, ofCompany - taken.ofAll));
}

/** How many pieces of this item the day takes at most, whatever is kept already; 0 is closed. */
export function roomOn(capacity: Capacity, day: string): number {
  return freeOn(capacity, day, { ofItem: 0, ofAll: 0 });
}

/** The first day from `from` on, within `horizon` days, that has room; null when none has. */
export function nextFreeDay(
  capacity: Capacity,
  from: string,
  takenOn: (day: string) => Taken,
  horizon = 90,
): string | null {
  let day = from;
  for (let ahead = 0; ahead < horizon; ahead += 1) {
    if (freeOn(capacity, day, takenOn(day)) > 0) return day;
    day = dayAfter(day);
  }
  return null;
}

/** What a service wants before a day of it can come: notice from the customer, and time to make ready. */
export interface Ahead {
  readonly noticeHours: number | null;
  readonly leadHours: number | null;
}

/** The first day that can still be ordered: the longer of notice and making ready is over before that day begins. */
export function firstDayAhead(now: number, { noticeHours, leadHours }: Ahead): string {
  const hours = Math.max(noticeHours ?? 0, leadHours ?? 0);
  if (hours === 0) return dayOf(now);
  const earliest = now + hours * HOUR;
  const day = dayOf(earliest);
  return startOfDay(day) >= earliest ? day : dayAfter(day);
}
