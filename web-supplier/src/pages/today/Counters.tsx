import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { TicketState, WorkCountersFragment } from "../../gql/graphql";
import css from "./Counters.module.css";

/** Four numbers of the day; a press leads to what is counted. */
export function Counters({ work }: { work: WorkCountersFragment }) {
  const { t } = useLingui();
  const tiles: { label: string; count: number; state?: TicketState; tone?: "brand" | "danger" }[] = [
    { label: t`待接单`, count: work.offers, tone: "brand" },
    { label: t`进行中`, count: work.active, state: "IN_PROGRESS" },
    { label: t`待返工`, count: work.rework, state: "REWORK", tone: "danger" },
    { label: t`被驳回`, count: work.rejectedReports, state: "IN_PROGRESS", tone: "danger" },
  ];
  return (
    <ul role="list" className={css.counters} aria-label={t`今日统计`}>
      {tiles.map(({ label, count, state, tone }) => {
        const target = state ? { to: "/tickets", search: { state } } : { to: "/", hash: "offers" };
        return (
          <li key={label}>
            <Link {...target} className={`card ${css.tile}`} data-tone={count > 0 ? tone : undefined}>
              <span className={css.count}>{count}</span>
              <span className="muted small">{label}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
