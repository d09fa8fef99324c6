import { ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { ProgressLine } from "@kaidan/web-kit/ui/TicketCard";
import type { Tone } from "@kaidan/web-kit/vocabulary/state-words";
import { Trans, useLingui } from "@lingui/react/macro";
import { Check, CircleCheck, CircleX, Eye, type LucideIcon } from "lucide-react";
import { LinkButton } from "../../features/frame/LinkButton";
import { type Stand, standsOf } from "../../features/ticket/milestones";
import type { TicketSheetFragment } from "../../gql/graphql";
import css from "./MilestoneList.module.css";

/** The milestones in order, what evidence each wants, where it stands, and the way to report it. */
export function MilestoneList({ ticket }: { ticket: TicketSheetFragment }) {
  const mayPost = ticket.availableActions.includes("POST_PROGRESS");
  return (
    <section className="card stack" aria-labelledby="milestones">
      <h2 id="milestones">
        <Trans>服务节点</Trans>
      </h2>
      <ProgressLine percent={ticket.percent} />
      <ol role="list" className={css.milestones}>
        {standsOf(ticket).map(({ code, name, weight, minPhotos, stand, reason }) => (
          <li key={code} className={css.milestone} data-stand={stand}>
            <span className={css.mark} aria-hidden>
              {stand === "DONE" && <Check size={14} strokeWidth={2.5} />}
            </span>
            <div className={css.words}>
              <span className={css.name}>
                <strong>{name}</strong>
                <StandTag stand={stand} />
              </span>
              <span className="muted small">
                <Rule weight={weight} minPhotos={minPhotos} />
              </span>
              {reason && <span className={css.reason}>{reason}</span>}
            </div>
            {mayPost && (stand === "OPEN" || stand === "REJECTED") && (
              <LinkButton
                to="/t/$ticketId/report"
                params={{ ticketId: ticket.id }}
                search={{ milestone: code }}
                variant="default"
              >
                {stand === "REJECTED" ? <Trans>重新提交</Trans> : <Trans>提交</Trans>}
                <span className="visually-hidden">{name}</span>
              </LinkButton>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Rule({ weight, minPhotos }: { weight: number; minPhotos: number }) {
  if (minPhotos === 0) return <Trans>占 {weight}% · 不要求照片</Trans>;
  return (
    <Trans>
      占 {weight}% · 至少 {minPhotos} 张照片
    </Trans>
  );
}

function StandTag({ stand }: { stand: Stand }) {
  const { t } = useLingui();
  const tags: Partial<Record<Stand, { tone: Tone; icon: LucideIcon; word: string }>> = {
    DONE: { tone: "ok", icon: CircleCheck, word: t`已通过` },
    IN_REVIEW: { tone: "review", icon: Eye, word: t`待审核` },
    REJECTED: { tone: "danger", icon: CircleX, word: t`已驳回` },
  };
  const tag = tags[stand];
  if (!tag) return null;
  return (
    <ToneTag tone={tag.tone} icon={tag.icon}>
      {tag.word}
    </ToneTag>
  );
}
