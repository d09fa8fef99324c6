import { formatRating } from "@kaidan/web-kit/format/numbers";
import { ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { scoreWords, wordOf } from "@kaidan/web-kit/vocabulary/staff-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import type { DispatchCandidateFactsFragment } from "../../gql/graphql";
import css from "./Score.module.css";
import { Score, ScoreTrace } from "./ScoreTrace";

type CandidateListProps = {
  candidates: readonly DispatchCandidateFactsFragment[];
  /** Left out where nobody may dispatch. */
  onDispatch?: (candidate: DispatchCandidateFactsFragment) => void;
};

/** Who could do it, best first, each with its score, why, and what speaks against asking it. */
export function CandidateList({ candidates, onDispatch }: CandidateListProps) {
  return (
    <ol className={`list ${css.candidates}`}>
      {candidates.map((candidate, index) => (
        <Candidate key={candidate.supplier.id} candidate={candidate} rank={index + 1} onDispatch={onDispatch} />
      ))}
    </ol>
  );
}

type CandidateProps = {
  candidate: DispatchCandidateFactsFragment;
  rank: number;
  onDispatch: CandidateListProps["onDispatch"];
};

function Candidate({ candidate, rank, onDispatch }: CandidateProps) {
  const { t } = useLingui();
  const { supplier, eligible, score, trace } = candidate;
  const { name } = supplier;
  return (
    <li className={css.candidate} data-eligible={eligible}>
      <span className={css.rank}>{rank}</span>
      <span className={css.who}>
        <span className={css.name}>{name}</span>
        <Reasons candidate={candidate} />
      </span>
      <Score score={score} />
      {onDispatch && (
        <Button
          size="xs"
          variant={eligible && rank === 1 ? "filled" : "default"}
          disabled={!eligible}
          aria-label={t`派给 ${name}`}
          onClick={() => onDispatch(candidate)}
        >
          <Trans>派单</Trans>
        </Button>
      )}
      <details className={css.why}>
        <summary>
          <Trans>评分依据</Trans>
        </summary>
        <ScoreTrace trace={trace} label={t`${name} 的评分依据`} />
      </details>
    </li>
  );
}

/** What a dispatcher should know before asking: notes in blue, what forbids it in amber. */
function Reasons({ candidate: { supplier, eligible, reasons } }: { candidate: DispatchCandidateFactsFragment }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { completedCount, openTicketCount, rating } = supplier;
  const { count } = rating;
  const overall = rating.overall === null || rating.overall === undefined ? "—" : formatRating(rating.overall);
  return (
    <span className={css.reasons}>
      {!eligible && <ToneTag tone="neutral">{t`不可派`}</ToneTag>}
      {reasons.map((reason) => (
        <ToneTag key={reason} tone={notes.has(reason) ? "info" : "warn"}>
          {i18n._(wordOf(scoreWords, reason))}
        </ToneTag>
      ))}
      <span>{t`评分 ${overall}（${count} 条）`}</span>
      <span>{t`完成 ${completedCount} 单`}</span>
      <span>{t`手上 ${openTicketCount} 单`}</span>
    </span>
  );
}

const notes = new Set(["CHOSEN_BY_CUSTOMER", "RECOMMENDED"]);
