import { useLingui } from "@lingui/react/macro";
import type { SupplierDetailsFragment } from "../../gql/graphql";
import css from "./CapacityTable.module.css";

type Day = SupplierDetailsFragment["capacityDays"][number];

/** How full the coming two weeks are, a row per item: kept of what the day takes; closed days are marked. */
export function CapacityTable({ days }: { days: readonly Day[] }) {
  const { t } = useLingui();
  const items = new Map(days.map(({ item }) => [item.id, item.name]));
  const heads = [...new Set(days.map(({ day }) => day))];
  if (items.size === 0) return null;
  return (
    // A scrolling region is reached by keyboard only when it takes the focus itself.
    <div className={css.scroll} role="region" aria-label={t`未来两周的预约`} tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t({ message: "服务项目", context: "one" })}</th>
            {heads.map((day) => (
              <th key={day} scope="col">
                <time dateTime={day}>{day.slice(5).replace("-", "/")}</time>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...items].map(([id, name]) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {days
                .filter(({ item }) => item.id === id)
                .map(({ day, room, taken, free }) => (
                  <td key={day} data-room={room === 0 ? "none" : free === 0 ? "full" : "free"}>
                    {room === 0 ? t`休` : `${taken}/${room}`}
                  </td>
                ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
