/** Every time is shown in the zone the work happens in, whatever the device says. */
export const zone = "Asia/Shanghai";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const zoneOffset = 8 * hour;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const weekdays = { zh: "日一二三四五六", en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] };

type Parts = { year: number; month: number; date: number; weekday: number; time: string; dayNumber: number };

// Shanghai has had no daylight saving since 1991, so a fixed offset is exact and needs no Intl.
function partsOf(at: number): Parts {
  const local = new Date(at + zoneOffset);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth(),
    date: local.getUTCDate(),
    weekday: local.getUTCDay(),
    time: `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`,
    dayNumber: Math.floor((at + zoneOffset) / day),
  };
}

/** Today "10:15", yesterday "昨天 10:15", this year "11-20 10:15", else "2026-11-20 10:15". */
export function formatDateTime(iso: string, now: number, language: string): string {
  const at = partsOf(Date.parse(iso));
  const today = partsOf(now);
  const en = language === "en";
  if (at.dayNumber === today.dayNumber) return at.time;
  if (at.dayNumber === today.dayNumber - 1) return en ? `yesterday ${at.time}` : `昨天 ${at.time}`;
  const sameYear = at.year === today.year;
  if (en) return `${at.date} ${months[at.month]}${sameYear ? "" : ` ${at.year}`}, ${at.time}`;
  return `${sameYear ? "" : `${at.year}-`}${two(at.month + 1)}-${two(at.date)} ${at.time}`;
}

/** Always the full instant, "2026-11-20 10:15": titles, the console, printed forms. */
export function formatAbsolute(iso: string): string {
  const at = partsOf(Date.parse(iso));
  return `${at.year}-${two(at.month + 1)}-${two(at.date)} ${at.time}`;
}

/** Under an hour ago "3 分钟前", in under an hour "3 分钟后", else null: then show the date. */
export function formatRelative(iso: string, now: number, language: string): string | null {
  const distance = Date.parse(iso) - now;
  const minutes = Math.floor(Math.abs(distance) / minute);
  if (minutes >= 60) return null;
  const en = language === "en";
  if (minutes === 0) return en ? "just now" : "刚刚";
  if (en) return distance < 0 ? `${minutes} min ago` : `in ${minutes} min`;
  return distance < 0 ? `${minutes} 分钟前` : `${minutes} 分钟后`;
}

/** A calendar day without a time: this year "11-20 周五", else "2026-11-20 周五". Takes YYYY-MM-DD or an instant. */
export function formatDay(value: string, now: number, language: string): string {
  const at = partsOf(Date.parse(value.length === 10 ? `${value}T00:00:00+08:00` : value));
  const sameYear = at.year === partsOf(now).year;
  if (language === "en") {
    return `${weekdays.en[at.weekday]} ${at.date} ${months[at.month]}${sameYear ? "" : ` ${at.year}`}`;
  }
  return `${sameYear ? "" : `${at.year}-`}${two(at.month + 1)}-${two(at.date)} 周${weekdays.zh[at.weekday]}`;
}

/** A month, for what began long ago: "2026 年 9 月", "Sep 2026". */
export function formatMonth(iso: string, language: string): string {
  const { year, month } = partsOf(Date.parse(iso));
  return language === "en" ? `${months[month]} ${year}` : `${year} 年 ${month + 1} 月`;
}

/** How long is left or lies behind, in the two largest units: "1 小时 20 分", "45 秒". Negative counts as overdue. */
export function formatDuration(ms: number, language: string): string {
  const en = language === "en";
  const size = Math.abs(ms);
  const [d, h] = [Math.floor(size / day), Math.floor((size % day) / hour)];
  const [m, s] = [Math.floor((size % hour) / minute), Math.floor((size % minute) / 1000)];
  if (d > 0) return twoUnits(en ? [d, "d", h, "h"] : [d, "天", h, "小时"]);
  if (h > 0) return twoUnits(en ? [h, "h", m, "min"] : [h, "小时", m, "分"]);
  if (m > 0) return en ? `${m} min ${two(s)} s` : `${m} 分 ${two(s)} 秒`;
  return en ? `${s} s` : `${s} 秒`;
}

/** The smaller unit is left out where there is none of it. */
function twoUnits([size, unit, rest, smaller]: readonly [number, string, number, string]): string {
  return rest > 0 ? `${size} ${unit} ${rest} ${smaller}` : `${size} ${unit}`;
}

/** Whether the device's clock runs in another zone than the times on the screen. */
export function deviceZoneDiffers(now: number): boolean {
  return new Date(now).getTimezoneOffset() * minute !== -zoneOffset;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
