import { ProgressReportCard } from "@kaidan/web-kit/ui/ProgressReportCard";
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { StaffReportFactsFragment } from "../../gql/graphql";
import css from "./Review.module.css";

/** Everything the supplier reported on a ticket, newest first, with what was decided. */
export function ReportList({ reports }: { reports: readonly StaffReportFactsFragment[] }) {
  if (reports.length === 0) {
    return (
      <p className="muted">
        <Trans>服务商还没有提交进度。</Trans>
      </p>
    );
  }
  return (
    <div className={css.reports}>
      {[...reports]
        .sort((a, b) => Date.parse(b.submittedAt) - Date.parse(a.submittedAt))
        .map((report) => (
          <ProgressReportCard key={report.id} report={report} showState actions={<ReviewLink report={report} />} />
        ))}
    </div>
  );
}

/** The way to the review queue, for those who may decide. */
function ReviewLink({ report: { id, availableActions } }: { report: StaffReportFactsFragment }) {
  if (availableActions.length === 0) return null;
  return (
    <Link to="/progress" search={{ id }}>
      <Trans>去审核</Trans>
    </Link>
  );
}
