import { addDays, dayOf } from "@kaidan/web-kit/format/days";
import { useNow } from "@kaidan/web-kit/ui/useNow";
import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, NumberInput, TextInput } from "@mantine/core";
import { X } from "lucide-react";
import { useState } from "react";
import css from "./CapacityPage.module.css";

export type SpecialDay = { day: string; perDay: number; note: string | null };

type SpecialDaysProps = { days: readonly SpecialDay[]; onChange: (days: SpecialDay[]) => void };

/** At most so many days are closed by one entry. */
const LONGEST = 60;

/** Days that differ from the week: closed for holidays or training, or open for so many. A whole range is one entry. */
export function SpecialDays({ days, onChange }: SpecialDaysProps) {
  const { t } = useLingui();
  const today = dayOf(useNow());
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [note, setNote] = useState("");
  const [perDay, setPerDay] = useState(0);
  function add(): void {
    const last = to >= from ? to : from;
    const range: SpecialDay[] = [];
    for (let day = from; day <= last && range.length < LONGEST; day = addDays(day, 1)) {
      range.push({ day, perDay, note: note.trim() || null });
    }
    const added = new Set(range.map(({ day }) => day));
    onChange([...days.filter(({ day }) => !added.has(day)), ...range].sort((a, b) => (a.day < b.day ? -1 : 1)));
    setFrom("");
    setTo("");
    setNote("");
    setPerDay(0);
  }
  const coming = days.filter(({ day }) => day >= today);
  return (
    <div className={css.days} role="group" aria-label={t`特别的日子`}>
      <div className={css.add}>
        <TextInput
          type="date"
          label={t`从`}
          min={today}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t`到`}
          min={from || today}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <TextInput
          label={t`原因（选填）`}
          maxLength={60}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <NumberInput
          label={t`每天最多（0 为休息）`}
          value={perDay}
          min={0}
          max={10_000}
          allowDecimal={false}
          hideControls
          onChange={(value) => setPerDay(Number(value) || 0)}
        />
        <Button className={css.addDay} variant="default" disabled={from === ""} onClick={add}>
          {perDay === 0 ? <Trans>添加休息日</Trans> : <Trans>添加这些天</Trans>}
        </Button>
      </div>
      <ul role="list" className={css.days}>
        {coming.map((special) => (
          <li key={special.day}>
            <span>
              <time dateTime={special.day}>{special.day}</time>{" "}
              <span className="muted">
                {special.perDay === 0 ? t`休息` : t`最多 ${special.perDay} 单`}
                {special.note && ` · ${special.note}`}
              </span>
            </span>
            <ActionIcon
              variant="subtle"
              aria-label={t`删除 ${special.day}`}
              onClick={() => onChange(days.filter(({ day }) => day !== special.day))}
            >
              <X size={16} strokeWidth={1.75} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </div>
  );
}
