import { formatNumber } from "@kaidan/web-kit/format/numbers";
import { Age } from "@kaidan/web-kit/ui/Age";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { reportKindWords } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Milestones } from "../../features/review/Milestones";
import { EarlierReport } from "./EarlierReport";
import css from "./Progress.module.css";
import type { QueuedReport } from "./useKeptReport";

/** What the photos have to prove, who says so, and what was reported before. */
export function ReportFacts({ report }: { report: QueuedReport }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { ticket, supplier, milestone, milestoneCode, kind, text, submittedAt } = report;
  return (
    <>
      <header>
        <h2>{milestone ?? i18n._(reportKindWords[kind])}</h2>
        <p className="muted small">
          <Age since={submittedAt} /> · <DateText at={submittedAt} as="absolute" />
        </p>
      </header>
      {text && <p className={css.text}>{text}</p>}
      <Facts
        items={[
          {
            label: t({ message: "服务项目", context: "one" }),
            value: `${ticket.itemName} ${formatNumber(ticket.quantity)} ${ticket.unit}`,
          },
          { label: t({ message: "服务商", context: "one" }), value: supplier.name },
          {
            label: t({ message: "服务单", context: "one" }),
            value: (
              <Link to="/tickets/$id" params={{ id: ticket.id }} className="mono">
                {ticket.no}
              </Link>
            ),
          },
          {
            label: t({ message: "订单", context: "one" }),
            value: (
              <Link to="/orders/$id" params={{ id: ticket.orderId }} className="mono">
                {ticket.orderNo}
              </Link>
            ),
          },
        ]}
      />
      <Milestones milestones={ticket.milestones} current={milestoneCode} />
      <EarlierReport report={report} />
    </>
  );
}
