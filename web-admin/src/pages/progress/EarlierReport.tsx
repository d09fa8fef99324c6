import { useLazyQuery } from "@apollo/client/react";
import { ProgressReportCard } from "@kaidan/web-kit/ui/ProgressReportCard";
import { ListSkeleton } from "@kaidan/web-kit/ui/Skeletons";
import { Trans } from "@lingui/react/macro";
import { EarlierReportsDocument, type StaffReportFactsFragment } from "../../gql/graphql";
import css from "./Progress.module.css";
import type { QueuedReport } from "./useKeptReport";

/** What was reported before, to compare with; asked for when it is opened. */
export function EarlierReport({ report }: { report: QueuedReport }) {
  const [load, { data, error, loading }] = useLazyQuery(EarlierReportsDocument);
  const open = () => void load({ variables: { ticketId: report.ticket.id } });
  const before = earlierThan(report, data?.staffTicket?.reports ?? []);
  return (
    <details className={css.before} onToggle={(event) => event.currentTarget.open && open()}>
      <summary>
        <Trans>与上一次汇报对比</Trans>
      </summary>
      {!data && loading && <ListSkeleton rows={1} />}
      {before && <ProgressReportCard report={before} showState />}
      {(data || error) && !before && (
        <p className="muted">{error ? <Trans>没有载入，请重新打开。</Trans> : <Trans>这是第一次汇报。</Trans>}</p>
      )}
    </details>
  );
}

/** The newest earlier report of the same milestone, else of the ticket. */
function earlierThan(report: QueuedReport, reports: readonly StaffReportFactsFragment[]) {
  const earlier = reports
    .filter(({ id, submittedAt }) => id !== report.id && submittedAt < report.submittedAt)
    .sort((a, b) => Date.parse(b.submittedAt) - Date.parse(a.submittedAt));
  return earlier.find(({ milestoneCode }) => milestoneCode === report.milestoneCode) ?? earlier[0];
}
