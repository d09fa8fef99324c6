import { DateText } from "@kaidan/web-kit/ui/DateText";
import { PhotoGrid } from "@kaidan/web-kit/ui/PhotoGrid";
import { ProgressReportCard } from "@kaidan/web-kit/ui/ProgressReportCard";
import { Trans, useLingui } from "@lingui/react/macro";
import { Check } from "lucide-react";
import type { WholeOrder } from "../../features/order/useLiveOrder";
import css from "./AcceptPage.module.css";

type Ticket = WholeOrder["tickets"][number];
type Report = Ticket["reports"][number];

/** Each step of the work with what the supplier showed for it; notes that belong to no step follow below. */
export function Checklist({ ticket }: { ticket: Ticket }) {
  const { t } = useLingui();
  const newestFirst = [...ticket.reports].sort((a, b) => b.submittedAt.localeCompare(a.submittedAt));
  const names = new Set(ticket.milestones.map(({ name }) => name));
  const notes = newestFirst.filter(({ milestone }) => !milestone || !names.has(milestone));
  return (
    <>
      <section className="card" aria-labelledby="checklist">
        <h2 id="checklist">
          <Trans>核对清单</Trans>
        </h2>
        <ol className={css.steps}>
          {ticket.milestones.map(({ code, name, done }) => (
            <li key={code} data-done={done || undefined}>
              <span className={css.mark} aria-hidden>
                {done && <Check size={14} strokeWidth={2.5} />}
              </span>
              <div className={css.step}>
                <h3>
                  {name}
                  <span className="visually-hidden">{done ? t`已完成` : t`未完成`}</span>
                </h3>
                <Evidence reports={newestFirst.filter(({ milestone }) => milestone === name)} />
              </div>
            </li>
          ))}
        </ol>
      </section>
      {notes.length > 0 && (
        <section className="card stack" aria-labelledby="notes">
          <h2 id="notes">
            <Trans>其他进度</Trans>
          </h2>
          {notes.map((report) => (
            <ProgressReportCard key={report.id} report={report} />
          ))}
        </section>
      )}
    </>
  );
}

/** The supplier's words and photos for one step, newest first. */
function Evidence({ reports }: { reports: readonly Report[] }) {
  const { t } = useLingui();
  return reports.map(({ id, text, photos, milestone, submittedAt }) => (
    <div key={id} className={css.evidence}>
      <p>
        {text}{" "}
        <span className="muted small">
          <DateText at={submittedAt} />
        </span>
      </p>
      <PhotoGrid photos={photos} label={t`${milestone}的照片`} />
    </div>
  ));
}
