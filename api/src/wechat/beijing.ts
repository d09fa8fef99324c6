import { HOUR } from "../kernel/clock.js";

/** Told in the platform's own zone, which has no daylight saving; the texts are Chinese, as WeChat wants them. */
const OFFSET = 8 * HOUR;

const local = (at: number): Date => new Date(at + OFFSET);
const two = (part: number): string => String(part).padStart(2, "0");

/** "2026年1月5日" in Beijing. */
export function dayText(at: number): string {
  const day = local(at);
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
}

/** "2026年1月5日 15:01" in Beijing. */
export function minuteText(at: number): string {
  return `${dayText(at)} ${clockText(at)}`;
}

/** "01-05 15:01" in Beijing: for lines of a chat, where the year is plain. */
export function shortText(at: number): string {
  const day = local(at);
  return `${two(day.getUTCMonth() + 1)}-${two(day.getUTCDate())} ${clockText(at)}`;
}

function clockText(at: number): string {
  const day = local(at);
  return `${two(day.getUTCHours())}:${two(day.getUTCMinutes())}`;
}

/** "￥388.00" for 38800 fen. */
export function yuanText(fen: number): string {
  const sign = fen < 0 ? "-" : "";
  const whole = Math.abs(fen);
  return `${sign}￥${Math.floor(whole / 100)}.${two(whole % 100)}`;
}
