import { ProgressReportCard } from "@kaidan/web-kit/ui/ProgressReportCard";
import { Trans } from "@lingui/react/macro";
import type { TicketSheetFragment } from "../../gql/graphql";
import css from "./ReportList.module.css";

/** Everything that was reported, newest first, with what the platform said. */
export function ReportList({ ticket }: { ticket: TicketSheetFragment }) {
  const reports = [...ticket.reports].sort((a, b) => Date.parse(b.submittedAt) - Date.parse(a.submittedAt));
  return (
    <section className={`card ${css.reports}`} aria-labelledby="reports">
      <h2 id="reports">
        <Trans>进度记录</Trans>
      </h2>
      {reports.length === 0 && (
        <p className="muted">
          <Trans>还没有提交过进度。</Trans>
        </p>
      )}
      {reports.map((report) => (
        <ProgressReportCard key={report.id} report={report} showState />
      ))}
    </section>
  );
}
