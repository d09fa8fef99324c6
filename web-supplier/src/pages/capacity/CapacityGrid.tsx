import { weekdayOf } from "@kaidan/web-kit/format/days";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { LinkButton } from "../../features/frame/LinkButton";
import type { CapacityPageQuery } from "../../gql/graphql";
import css from "./CapacityPage.module.css";
import { useWeekdays } from "./useWeekdays";

type Day = NonNullable<NonNullable<CapacityPageQuery["me"]>["supplier"]>["capacityDays"][number];

type CapacityGridProps = {
  days: readonly Day[];
  /** The item whose days are shown; without, one is chosen here. */
  only?: string;
};

/** The coming weeks of one service as a calendar: how much is kept of how much a day takes. */
export function CapacityGrid({ days, only }: CapacityGridProps) {
  const { t, i18n } = useLingui();
  const weekdays = useWeekdays();
  const items = new Map(days.map(({ item }) => [item.id, i18n.locale === "en" ? item.nameEn : item.name]));
  const [chosen, setChosen] = useState<string>();
  const itemId = only ?? chosen ?? [...items.keys()][0];
  const shown = days.filter(({ item }) => item.id === itemId);
  const first = shown[0];
  if (!first) return <EmptyState title={t`还没有生效的服务。`} />;
  return (
    <section className="card stack" aria-label={t`未来四周`}>
      {itemId && !only && (
        <div className={css.choice}>
          <NativeSelect
            label={t({ message: "服务项目", context: "one" })}
            value={itemId}
            data={[...items].map(([value, label]) => ({ value, label }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <LinkButton to="/capacity/$itemId" params={{ itemId }} variant="default">
            <Trans>这项服务的日历</Trans>
          </LinkButton>
        </div>
      )}
      <ol role="list" className={css.month}>
        {weekdays.map(({ label, value }) => (
          <li key={value} className={css.week} aria-hidden style={{ minHeight: 0, border: 0 }}>
            {label}
          </li>
        ))}
        {shown.map(({ day, room, taken, free }, index) => (
          <li
            key={day}
            data-room={room === 0 ? "none" : free === 0 ? "full" : "free"}
            style={index === 0 ? { gridColumnStart: weekdayOf(day) } : undefined}
          >
            <time dateTime={day}>{day.slice(5).replace("-", "/")}</time>
            <strong>{room === 0 ? t`休` : `${taken}/${room}`}</strong>
            {room > 0 && <span>{free === 0 ? t`已满` : t`余 ${free}`}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
