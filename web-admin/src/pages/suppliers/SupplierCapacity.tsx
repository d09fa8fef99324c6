import { dayOf, lastDayBefore } from "@kaidan/web-kit/format/days";
import { joinList } from "@kaidan/web-kit/format/lists";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { useNow } from "@kaidan/web-kit/ui/useNow";
import { Trans, useLingui } from "@lingui/react/macro";
import { Section } from "../../features/console/Section";
import type { StaffCalendarFragment, SupplierDetailsFragment } from "../../gql/graphql";
import { CapacityTable } from "./CapacityTable";

/** When the supplier works: its week, days that differ, calendars of single items, a planned pause, how full it is. */
export function SupplierCapacity({ supplier }: { supplier: SupplierDetailsFragment }) {
  const { t } = useLingui();
  const { calendar, itemCalendars, capacityDays, pauseFrom, pauseTo, pauseNote } = supplier;
  const last = pauseTo ? lastDayBefore(pauseTo) : t`另行通知`;
  const first = pauseFrom && dayOf(pauseFrom);
  const pause = [
    { label: t`自行暂停`, value: first && t`${first} 至 ${last}`, wide: true },
    { label: t`暂停原因`, value: pauseNote, wide: true },
  ];
  return (
    <Section title={t`日历与产能`}>
      <Facts items={[...useCalendarFacts(calendar), ...pause]} />
      {itemCalendars.map((own) => (
        <ItemCalendar key={own.item?.id} name={own.item?.name ?? ""} calendar={own} />
      ))}
      <CapacityTable days={capacityDays} />
    </Section>
  );
}

function ItemCalendar({ name, calendar }: { name: string; calendar: StaffCalendarFragment }) {
  return (
    <section aria-label={name}>
      <h3>
        <Trans>{name}（单独日历）</Trans>
      </h3>
      <Facts items={useCalendarFacts(calendar)} />
    </section>
  );
}

function useCalendarFacts({ workdays, perDay, days }: StaffCalendarFragment) {
  const { t, i18n } = useLingui();
  const today = dayOf(useNow());
  const names = [t`周一`, t`周二`, t`周三`, t`周四`, t`周五`, t`周六`, t`周日`];
  const coming = days.filter(({ day }) => day >= today);
  const special = coming.map(({ day, perDay: room, note }) =>
    [day, room === 0 ? t`休息` : t`最多 ${room} 单`, note].filter(Boolean).join(" "),
  );
  return [
    {
      label: t`工作日`,
      value: joinList(
        workdays.flatMap((day) => names[day - 1] ?? []),
        i18n.locale,
      ),
      wide: true,
    },
    { label: t`每天合计最多`, value: perDay },
    { label: t`特别的日子`, value: joinList(special, i18n.locale), wide: true },
  ];
}
