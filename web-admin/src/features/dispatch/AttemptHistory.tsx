import { DateText } from "@kaidan/web-kit/ui/DateText";
import { SlaClock } from "@kaidan/web-kit/ui/SlaClock";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { strategyWords, wordOf } from "@kaidan/web-kit/vocabulary/staff-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import type { DispatchAttemptFactsFragment } from "../../gql/graphql";
import css from "./Score.module.css";
import { ScoreTrace } from "./ScoreTrace";

/** Every offer of the ticket, newest first: to whom, why, and what came of it. */
export function AttemptHistory({ attempts }: { attempts: readonly DispatchAttemptFactsFragment[] }) {
  if (attempts.length === 0) {
    return (
      <p className="muted">
        <Trans>还没有派过单。</Trans>
      </p>
    );
  }
  return (
    <ol className={`list ${css.attempts}`}>
      {[...attempts]
        .sort((a, b) => Date.parse(b.offeredAt) - Date.parse(a.offeredAt))
        .map((attempt) => (
          <Attempt key={attempt.id} attempt={attempt} />
        ))}
    </ol>
  );
}

function Attempt({ attempt }: { attempt: DispatchAttemptFactsFragment }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { supplier, round, strategy, score, trace, state, offeredAt, expiresAt, declineReason } = attempt;
  const words = score.toFixed(1);
  const { name } = supplier;
  return (
    <li className={css.attempt}>
      <span className={css.who}>
        <span className={css.name}>{name}</span>
        <span className={css.reasons}>
          <span>{t`第 ${round} 轮`}</span>
          <span>{i18n._(wordOf(strategyWords, strategy))}</span>
          <span>{t`评分 ${words}`}</span>
          <DateText at={offeredAt} as="absolute" />
        </span>
        {declineReason && <span className={css.reasons}>{t`原因：${declineReason}`}</span>}
      </span>
      <span className="row">
        {state === "OFFERED" && <SlaClock until={expiresAt} since={offeredAt} />}
        <StatusTag of="AttemptState" state={state} />
      </span>
      <details className={css.why}>
        <summary>
          <Trans>评分依据</Trans>
        </summary>
        <ScoreTrace trace={trace} label={t`${name} 的评分依据`} />
      </details>
    </li>
  );
}
