import { formatDay } from "@kaidan/web-kit/format/dates";
import { dayOf } from "@kaidan/web-kit/format/days";
import { useNow } from "@kaidan/web-kit/ui/useNow";
import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, Skeleton } from "@mantine/core";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useId } from "react";
import css from "./DayField.module.css";
import { DayGrid } from "./DayGrid";
import type { useWantedDays } from "./useWantedDays";

type DayFieldProps = {
  wanted: ReturnType<typeof useWantedDays>;
  /** YYYY-MM-DD; "" while no day is asked for. */
  value: string;
  onChange: (day: string) => void;
  /** Why the day can't be had, with the next one that can. */
  error: string | undefined;
};

/** The day on which the work is to begin; nobody need choose one. Nothing where no supplier of the first step keeps a calendar. */
export function DayField({ wanted, value, onChange, error }: DayFieldProps) {
  const { t, i18n } = useLingui();
  const now = useNow();
  const id = useId();
  const { dated, nextFreeOn, days } = wanted;
  if (!dated) return null;
  const day = (text: string) => formatDay(text, now, i18n.locale);
  const first = nextFreeOn && day(nextFreeOn);
  const chosen = day(value || dayOf(now));
  function take(text: string): void {
    onChange(text);
    wanted.show(text);
  }
  return (
    <section className="card stack" aria-labelledby={id} aria-describedby={error ? `${id}-error` : undefined}>
      <header className={css.head}>
        <h2 id={id}>
          <Trans>希望开始的日期（选填）</Trans>
        </h2>
        <strong aria-live="polite">{value ? t`已选 ${chosen}` : t`未指定，尽快安排`}</strong>
      </header>
      {error && (
        <p id={`${id}-error`} className={css.error} role="alert">
          {error}
        </p>
      )}
      <div className={css.tools}>
        {nextFreeOn && value !== nextFreeOn && (
          <Button size="xs" variant="default" onClick={() => take(nextFreeOn)}>
            <Trans>选最早的 {first}</Trans>
          </Button>
        )}
        {value && (
          <Button size="xs" variant="subtle" onClick={() => onChange("")}>
            <Trans>不指定日期</Trans>
          </Button>
        )}
        <span className={css.pages}>
          <Turn wanted={wanted} pages={-1} label={t`前四周`} />
          <Turn wanted={wanted} pages={1} label={t`后四周`} />
        </span>
      </div>
      {days ? (
        <DayGrid key={wanted.page} days={days} value={value} onChoose={onChange} />
      ) : wanted.failed ? (
        <Button variant="default" onClick={wanted.retry}>
          <Trans>没有读到日期，再试一次</Trans>
        </Button>
      ) : (
        <Skeleton height={260} />
      )}
      <p className="muted small">
        {nextFreeOn ? (
          <Trans>下单后为您保留这一天的名额；三天内未付款则不再保留。</Trans>
        ) : (
          <Trans>近 60 天已约满。您可以不指定日期下单，服务商会与您另约时间。</Trans>
        )}
      </p>
    </section>
  );
}

type TurnProps = Pick<DayFieldProps, "wanted"> & { pages: -1 | 1; label: string };

function Turn({ wanted, pages, label }: TurnProps) {
  const Icon = pages < 0 ? ChevronLeft : ChevronRight;
  return (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label={label}
      disabled={!wanted.mayTurn(pages)}
      onClick={() => wanted.turn(pages)}
    >
      <Icon size={18} strokeWidth={1.5} aria-hidden />
    </ActionIcon>
  );
}
