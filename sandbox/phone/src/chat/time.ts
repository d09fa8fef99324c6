import type { Language } from "../words/words";

const zone = "Asia/Shanghai";
const dividerGapMs = 5 * 60_000;

/** Does a time stand between two messages? WeChat shows one before the first and after five quiet minutes. */
export const dividerBetween = (previousAt: number | null, at: number): boolean =>
  previousAt === null || at - previousAt >= dividerGapMs;

/** "10:15" today, "昨天 10:15" yesterday, "11月20日 10:15" this year, else with the year; always as in Shanghai. */
export function timeText(at: number, now: number, language: Language): string {
  const clock = clockText(at);
  const days = dayNumber(now) - dayNumber(at);
  if (days === 0) return clock;
  if (days === 1) return `${language === "zh" ? "昨天" : "Yesterday"} ${clock}`;
  return `${dateText(at, now, language)} ${clock}`;
}

/** As the list of chats says it: the clock today, 昨天, else the date alone. */
export function shortTimeText(at: number, now: number, language: Language): string {
  const days = dayNumber(now) - dayNumber(at);
  if (days === 0) return clockText(at);
  if (days === 1) return language === "zh" ? "昨天" : "Yesterday";
  return dateText(at, now, language);
}

/** Hours and minutes in Shanghai: "09:05". */
export function clockText(at: number): string {
  const { hour, minute } = partsOf(at);
  return `${hour}:${minute}`;
}

/** Hours, minutes and seconds with thousandths in Shanghai, for the developer's log: "09:05:03.120". */
export function preciseText(at: number): string {
  const { hour, minute, second } = partsOf(at);
  return `${hour}:${minute}:${second}.${String(((at % 1000) + 1000) % 1000).padStart(3, "0")}`;
}

function dateText(at: number, now: number, language: Language): string {
  const sameYear = partsOf(at).year === partsOf(now).year;
  return new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", {
    timeZone: zone,
    day: "numeric",
    month: language === "zh" ? "long" : "short",
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(at);
}

const fields = new Intl.DateTimeFormat("en-GB", {
  timeZone: zone,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

function partsOf(at: number): Record<string, string> {
  return Object.fromEntries(fields.formatToParts(at).map((part) => [part.type, part.value]));
}

/** Days since 1970 in Shanghai, which knows no summer time. */
const dayNumber = (at: number): number => Math.floor((at + 8 * 3_600_000) / 86_400_000);
