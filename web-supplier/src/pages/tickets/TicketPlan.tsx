import { DateText } from "@kaidan/web-kit/ui/DateText";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { concernAfterWords, concernWords, fill, natureWords } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import type { TicketSheetFragment } from "../../gql/graphql";
import css from "./TicketPlan.module.css";

type Part = TicketSheetFragment["planParts"][number];

/** What of the customer's payments this work waits for or makes due. How much is between the customer and the platform. */
export function TicketPlan({ parts }: { parts: readonly Part[] }) {
  if (parts.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="ticket-plan">
      <h2 id="ticket-plan">
        <Trans>客户付款安排</Trans>
      </h2>
      <ul className={css.parts}>
        {parts.map((part, index) => (
          <PlanPart key={`${part.concern}${index}`} part={part} />
        ))}
      </ul>
      <p className="muted small">
        <Trans>只列出与您的服务有关的款项，不含金额。</Trans>
      </p>
    </section>
  );
}

function PlanPart({ part }: { part: Part }) {
  const { i18n } = useI18n();
  const { concern, nature, state, dueAt, afterDays, milestoneName, holdsWork } = part;
  const when =
    afterDays === null || afterDays === undefined
      ? fill(concernWords[concern], { milestone: milestoneName ?? "" })
      : fill(concernAfterWords, { days: afterDays });
  return (
    <li className={css.part}>
      <span className={css.words}>
        <span>
          {i18n._(natureWords[nature])} · {i18n._(when)}
        </span>
        {dueAt && (
          <small>
            <Trans>
              应付日期 <DateText at={dueAt} as="day" />
            </Trans>
          </small>
        )}
        {holdsWork && concern !== "BEFORE_WORK" && state !== "PAID" && (
          <small>
            <Trans>逾期未付时暂停开工</Trans>
          </small>
        )}
      </span>
      <StatusTag of="InstalmentState" state={state} />
    </li>
  );
}
