import { useLingui } from "@lingui/react/macro";
import css from "./DeliveryMeter.module.css";

/** How far the work is: tickets accepted of all, and the share done as a thin bar. A dash before there are tickets. */
export function DeliveryMeter({ delivery }: { delivery: { done: number; total: number; percent: number } }) {
  const { t } = useLingui();
  const { done, total, percent } = delivery;
  if (total === 0) return <span className="muted">—</span>;
  return (
    <span className={css.meter} title={t`已验收 ${done}/${total}，完成 ${percent}%`}>
      <span className={css.track} aria-hidden>
        <span style={{ width: `${percent}%` }} />
      </span>
      {done}/{total}
    </span>
  );
}
