import { formatNumber, formatPercent } from "@kaidan/web-kit/format/numbers";
import { scoreWords, wordOf } from "@kaidan/web-kit/vocabulary/staff-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import type { DispatchAttemptFactsFragment } from "../../gql/graphql";
import css from "./Score.module.css";

/** Why a supplier got its score: each part with what it measured, what it counts and the points it brought. */
export function ScoreTrace({ trace, label }: { trace: DispatchAttemptFactsFragment["trace"]; label: string }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return (
    <table className={css.trace}>
      <caption className="visually-hidden">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{t`评分依据`}</th>
          <th scope="col">{t`表现`}</th>
          <th scope="col">{t`权重`}</th>
          <th scope="col">{t`得分`}</th>
        </tr>
      </thead>
      <tbody>
        {trace.map(({ code, value, weight, points }) => (
          <tr key={code}>
            <th scope="row">{i18n._(wordOf(scoreWords, code))}</th>
            <td>
              <span className={css.part}>
                <span className={css.bar} aria-hidden>
                  <span style={{ width: `${value * 100}%` }} />
                </span>
                <span className={css.share}>{formatPercent(value * 100)}</span>
              </span>
            </td>
            <td>{formatNumber(weight)}</td>
            <td>{points.toFixed(1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A score of 100 as number and bar. */
export function Score({ score }: { score: number }) {
  const { t } = useLingui();
  const words = score.toFixed(1);
  return (
    <span className={css.score} title={t`评分 ${words}，满分 100`}>
      <span className={css.bar} aria-hidden>
        <span style={{ width: `${score}%` }} />
      </span>
      <span>{words}</span>
    </span>
  );
}
