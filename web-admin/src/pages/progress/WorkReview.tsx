import { useQuery } from "@apollo/client/react";
import { ErrorState } from "@kaidan/web-kit/ui/ErrorState";
import { ListSkeleton } from "@kaidan/web-kit/ui/Skeletons";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Section } from "../../features/console/Section";
import { TicketFacts } from "../../features/dispatch/TicketFacts";
import { useQueueMoves } from "../../features/queues/useQueues";
import { Milestones } from "../../features/review/Milestones";
import { ReportList } from "../../features/review/ReportList";
import { WorkDecision } from "../../features/review/WorkDecision";
import { WorkNowDocument } from "../../gql/graphql";

/** One delivered ticket with everything reported on it, and the decision. */
export function WorkReview({ id, onDecided }: { id: string; onDecided: () => void }) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(WorkNowDocument, { variables: { id } });
  const again = () => void refetch();
  useQueueMoves(again);
  const ticket = data?.staffTicket;
  if (error && !data) return <ErrorState error={error} onRetry={again} />;
  if (!data) return <ListSkeleton rows={3} />;
  if (!ticket) return <p role="alert">{t`没有找到这张服务单，或您无权查看。`}</p>;
  return (
    <>
      <Section
        title={ticket.itemName}
        aside={<StatusTag of="TicketState" state={ticket.state} />}
        lead={
          <Link to="/tickets/$id" params={{ id }} className="mono">
            {ticket.no}
          </Link>
        }
      >
        <TicketFacts ticket={ticket} />
        <Milestones milestones={ticket.milestones} />
        {ticket.state === "DELIVERED" ? (
          <WorkDecision ticket={ticket} onStale={again} onDecided={onDecided} />
        ) : (
          <output className="muted">
            <Trans>这张服务单已不在待审核状态。</Trans>
          </output>
        )}
      </Section>
      <Section title={t`进度汇报`}>
        <ReportList reports={ticket.reports} />
      </Section>
    </>
  );
}
