import { useQuery } from "@apollo/client/react";
import { PhotoStage } from "@kaidan/web-kit/ui/PhotoStage";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { ReportNowDocument } from "../../gql/graphql";
import css from "./Progress.module.css";
import { ReportDecision } from "./ReportDecision";
import { ReportFacts } from "./ReportFacts";
import { ReportOutcome } from "./ReportOutcome";
import type { QueuedReport } from "./useKeptReport";

type ReportReviewProps = {
  report: QueuedReport;
  /** Still in the queue; when not, somebody decided it. */
  listed: boolean;
  onDecided: () => void;
  onNext: () => void;
};

/** One report: evidence at the left, facts and the decision at the right. */
export function ReportReview({ report, listed, onDecided, onNext }: ReportReviewProps) {
  const { t } = useLingui();
  const [refused, setRefused] = useState(false);
  const over = refused || !listed;
  const { data } = useQuery(ReportNowDocument, {
    variables: { id: report.id },
    skip: !over,
    fetchPolicy: "network-only",
  });
  const now = data?.staffReport ?? report;
  return (
    <div className={css.review}>
      <section className="card" aria-label={t`照片`}>
        <PhotoStage photos={report.photos} label={report.milestone ?? t`进度`} />
      </section>
      <section className={`card ${css.side}`} aria-label={t`进度详情`}>
        <ReportFacts report={report} />
        {over ? (
          <ReportOutcome report={now} refused={refused} onNext={onNext} />
        ) : (
          <ReportDecision report={report} onDecided={onDecided} onTooLate={() => setRefused(true)} />
        )}
      </section>
    </div>
  );
}
