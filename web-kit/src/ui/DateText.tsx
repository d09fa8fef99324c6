import { useLingui } from "@lingui/react";
import { formatAbsolute, formatDateTime, formatDay, formatMonth, formatRelative } from "../format/dates";
import { useNow } from "./useNow";

type DateTextProps = {
  /** ISO instant, or YYYY-MM-DD with `as="day"`. */
  at: string;
  /** `short` today "10:15" …; `relative` "3 分钟前" under an hour; `absolute` for the console; `day` without a time; `month` "2026 年 9 月". */
  as?: "short" | "relative" | "absolute" | "day" | "month";
};

/** A moment in Shanghai's time; the full instant is in the title. */
export function DateText({ at, as = "short" }: DateTextProps) {
  const { i18n } = useLingui();
  const now = useNow(as === "relative" ? 30_000 : undefined);
  return (
    <time dateTime={at} title={at.length === 10 ? at : formatAbsolute(at)}>
      {words(at, as, now, i18n.locale)}
    </time>
  );
}

function words(at: string, as: NonNullable<DateTextProps["as"]>, now: number, language: string): string {
  if (as === "absolute") return formatAbsolute(at);
  if (as === "day") return formatDay(at, now, language);
  if (as === "month") return formatMonth(at, language);
  const relative = as === "relative" ? formatRelative(at, now, language) : null;
  return relative ?? formatDateTime(at, now, language);
}
