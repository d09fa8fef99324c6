import { useAct } from "@kaidan/web-kit/forms/useAct";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Chip, NumberInput } from "@mantine/core";
import { useState } from "react";
import { type CalendarSheetFragment, SaveSupplierCalendarDocument } from "../../gql/graphql";
import { SpecialDays } from "./SpecialDays";
import { useWeekdays } from "./useWeekdays";

type CalendarFormProps = {
  calendar: CalendarSheetFragment;
  /** Whose calendar it is; without, the company's for everything it does. */
  itemId?: string;
  onSaved: () => void;
};

/** The week, days that differ from it, and how much one day takes: of all services, or of one item. */
export function CalendarForm({ calendar, itemId, onSaved }: CalendarFormProps) {
  const { t } = useLingui();
  const weekdays = useWeekdays();
  const [workdays, setWorkdays] = useState(() => calendar.workdays.map(String));
  const [days, setDays] = useState(() => calendar.days.map(({ day, perDay, note }) => ({ day, perDay, note })));
  const [perDay, setPerDay] = useState(calendar.perDay);
  const { act, busy } = useAct(SaveSupplierCalendarDocument, (data) => data.saveSupplierCalendar);
  async function save(): Promise<void> {
    const week = workdays.map(Number);
    const input = { itemId: itemId ?? null, version: calendar.version, workdays: week, days, perDay };
    if (await act({ input })) toast.ok(t`日历已保存`);
    onSaved();
  }
  return (
    <section className="card stack" aria-label={t`工作日历`}>
      <h2>
        <Trans>工作日历</Trans>
      </h2>
      <Chip.Group multiple value={workdays} onChange={setWorkdays}>
        <div className="row" role="group" aria-label={t`每周工作日`}>
          {weekdays.map(({ value, label }) => (
            <Chip key={value} value={String(value)} color="brand">
              {label}
            </Chip>
          ))}
        </div>
      </Chip.Group>
      <NumberInput
        label={itemId ? t`这项服务每天最多` : t`全部服务每天合计最多`}
        description={itemId ? t`不填则按服务报价里的每天接单数` : t`不填则只按各项服务自己的上限`}
        value={perDay ?? ""}
        min={1}
        max={10_000}
        allowDecimal={false}
        hideControls
        onChange={(value) => setPerDay(value === "" ? null : Number(value))}
      />
      <SpecialDays days={days} onChange={setDays} />
      <Button loading={busy} disabled={workdays.length === 0} onClick={() => void save()}>
        <Trans>保存日历</Trans>
      </Button>
    </section>
  );
}
