import { formatDay } from "@kaidan/web-kit/format/dates";
import { addDays, weekdayOf } from "@kaidan/web-kit/format/days";
import { useNow } from "@kaidan/web-kit/ui/useNow";
import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useRef, useState } from "react";
import css from "./DayField.module.css";
import type { WantedDay } from "./useWantedDays";

type DayGridProps = { days: readonly WantedDay[]; value: string; onChoose: (day: string) => void };

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/**
 * Four weeks of days to choose one of. Days that are not to be had say why and can be read, not chosen. One of them is in
 * the order of the Tab key; arrows go from day to day, Home and End to the ends of a week.
 */
export function DayGrid({ days, value, onChoose }: DayGridProps) {
  const { t, i18n } = useLingui();
  const now = useNow();
  const grid = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<string>();
  const words = { FREE: t`可约`, FULL: t`约满`, CLOSED: t`休息`, TOO_SOON: "–" };
  const spoken = { ...words, TOO_SOON: t`来不及安排` };
  const shown = (day: string | undefined) => days.some((one) => one.day === day);
  const firstFree = days.find(({ state }) => state === "FREE")?.day;
  const stop = [at, value, firstFree, days[0]?.day].find(shown);

  function move(event: KeyboardEvent, day: string): void {
    const place = weekdayOf(day);
    const step = event.key === "Home" ? 1 - place : event.key === "End" ? 7 - place : steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = addDays(day, step);
    if (!shown(next)) return;
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  }

  return (
    <div ref={grid} className={css.grid} role="group" aria-label={t`选择日期`}>
      {days.slice(0, 7).map(({ day }) => (
        <span key={day} className={css.weekday} aria-hidden>
          {weekday(i18n.locale).format(new Date(`${day}T00:00:00Z`))}
        </span>
      ))}
      {days.map(({ day, state }, index) => (
        <button
          key={day}
          type="button"
          className={css.day}
          data-day={day}
          data-state={state}
          aria-pressed={day === value}
          aria-disabled={state !== "FREE" || undefined}
          aria-label={`${formatDay(day, now, i18n.locale)} ${spoken[state]}`}
          tabIndex={day === stop ? 0 : -1}
          onKeyDown={(event) => move(event, day)}
          onFocus={() => setAt(day)}
          onClick={() => state === "FREE" && onChoose(day)}
        >
          <span>{dayName(day, index === 0)}</span>
          <small>{words[state]}</small>
        </button>
      ))}
    </div>
  );
}

const weekday = (language: string) => new Intl.DateTimeFormat(language, { weekday: "narrow", timeZone: "UTC" });

/** "24"; with its month where one begins, "12/1". */
function dayName(day: string, first: boolean): string {
  const [, month, date] = day.split("-").map(Number);
  return first || date === 1 ? `${month}/${date}` : String(date);
}
