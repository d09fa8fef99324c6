import { dayOf, lastDayBefore } from "@kaidan/web-kit/format/days";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { useNow } from "@kaidan/web-kit/ui/useNow";
import { useLingui } from "@lingui/react/macro";
import { Section } from "../../features/console/Section";
import type { SupplierDetailsFragment } from "../../gql/graphql";

/** When the supplier works: its week, the days it is closed, a planned pause, how full the coming days are. */
export function SupplierCapacity({ supplier }: { supplier: SupplierDetailsFragment }) {
  const { t } = useLingui();
  const { calendar, capacityDays, pauseFrom, pauseTo, pauseNote } = supplier;
  const names = [t`周一`, t`周二`, t`周三`, t`周四`, t`周五`, t`周六`, t`周日`];
  const today = dayOf(useNow());
  const closed = calendar.days.filter(({ day, perDay }) => perDay === 0 && day >= today);
  const taken = capacityDays.reduce((sum, day) => sum + day.taken, 0);
  const last = pauseTo ? lastDayBefore(pauseTo) : t`另行通知`;
  const first = pauseFrom && dayOf(pauseFrom);
  return (
    <Section title={t`日历与产能`}>
      <Facts
        items={[
          { label: t`工作日`, value: calendar.workdays.map((day) => names[day - 1]).join("、"), wide: true },
          { label: t`每天合计最多`, value: calendar.perDay },
          { label: t`两周内已预约`, value: taken },
          { label: t`休息日`, value: closed.map(({ day }) => day).join("、"), wide: true },
          { label: t`自行暂停`, value: first && t`${first} 至 ${last}`, wide: true },
          { label: t`暂停原因`, value: pauseNote, wide: true },
        ]}
      />
    </Section>
  );
}
