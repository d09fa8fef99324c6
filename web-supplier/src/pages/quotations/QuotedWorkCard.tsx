import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Money } from "@kaidan/web-kit/ui/Money";
import { SlaClock } from "@kaidan/web-kit/ui/SlaClock";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans } from "@lingui/react/macro";
import type { QuotedWorkCardFragment } from "../../gql/graphql";
import css from "./QuotedWork.module.css";

/** One quotation as far as it names this supplier: its own lines and its own pay, and whether the customer decided. */
export function QuotedWorkCard({ work }: { work: QuotedWorkCardFragment }) {
  const { no, number, title, region, state, validUntil, sentAt } = work;
  return (
    <article className={`card ${css.card}`} aria-label={title}>
      <header className={css.head}>
        <h2>{title}</h2>
        <StatusTag of="QuotationState" state={state} />
      </header>
      <p className="muted small">
        <span className="mono">{no}</span> · <Trans>第 {number} 版</Trans> · {region.name}
        {sentAt && (
          <>
            {" · "}
            <Trans>
              <DateText at={sentAt} /> 发给客户
            </Trans>
          </>
        )}
      </p>
      <ul className={`list ${css.lines}`}>
        {work.lines.map((line) => (
          <li key={line.id} className={css.line} data-left={line.taken === false || undefined}>
            <span className={css.what}>
              <strong>
                {line.itemName}
                {line.optional && <Trans>（可选）</Trans>}
              </strong>
              <span className="muted small">
                {line.quantity} {line.unit}
                {line.leadDays !== null && line.leadDays !== undefined && <Trans> · 工期 {line.leadDays} 天</Trans>}
              </span>
              {line.note && <span className="small">{line.note}</span>}
              {line.taken === false && (
                <span className="small">
                  <Trans>客户没有选这一项</Trans>
                </span>
              )}
            </span>
            <Money fen={line.costAmount} />
          </li>
        ))}
      </ul>
      {state === "SENT" && <SlaClock until={validUntil} since={sentAt ?? validUntil} />}
    </article>
  );
}
