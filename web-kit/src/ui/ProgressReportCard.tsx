import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Flag, MessageSquareText } from "lucide-react";
import type { ReactNode } from "react";
import { reportKindWords } from "../vocabulary/plain-words";
import type { StateOf } from "../vocabulary/state-words";
import { DateText } from "./DateText";
import { type Photo, PhotoGrid } from "./PhotoGrid";
import css from "./ProgressReportCard.module.css";
import { StatusTag } from "./StatusTag";

export type ReportFacts = {
  readonly kind: keyof typeof reportKindWords;
  readonly milestone?: string | null;
  readonly text: string;
  readonly photos: readonly Photo[];
  readonly state: StateOf<"ReportState">;
  readonly reason?: string | null;
  readonly submittedAt: string;
};

/** What the supplier reported: a note or a finished milestone, with photos. Customers only ever get approved ones. */
export function ProgressReportCard({
  report,
  showState = false,
  actions,
}: {
  report: ReportFacts;
  showState?: boolean;
  actions?: ReactNode;
}) {
  const { i18n } = useI18n();
  const { t } = useLingui();
  const { reason } = report;
  const Icon = report.kind === "MILESTONE" ? Flag : MessageSquareText;
  const title = report.milestone ?? i18n._(reportKindWords[report.kind]);
  return (
    <article className={css.report}>
      <header className={css.head}>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        <strong>{title}</strong>
        <span className="muted small">
          <DateText at={report.submittedAt} as="relative" />
        </span>
        {showState && <StatusTag of="ReportState" state={report.state} />}
      </header>
      {report.text && <p className={css.text}>{report.text}</p>}
      <PhotoGrid photos={report.photos} label={t`${title}的照片`} />
      {showState && report.state === "REJECTED" && reason && (
        <p className={css.reason}>
          <Trans>驳回原因：{reason}</Trans>
        </p>
      )}
      {actions}
    </article>
  );
}
