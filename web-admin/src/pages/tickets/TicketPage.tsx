import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { formatNumber } from "@kaidan/web-kit/format/numbers";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { LiveBadge } from "@kaidan/web-kit/ui/LiveBadge";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { ProgressLine } from "@kaidan/web-kit/ui/TicketCard";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { Columns, Section } from "../../features/console/Section";
import { DispatchPanel } from "../../features/dispatch/DispatchPanel";
import { TicketFacts } from "../../features/dispatch/TicketFacts";
import { useQueueMoves } from "../../features/queues/useQueues";
import { Milestones } from "../../features/review/Milestones";
import { ReportList } from "../../features/review/ReportList";
import { WorkDecision } from "../../features/review/WorkDecision";

const route = getRouteApi("/signedIn/tickets/$id");

/** One ticket with its dispatch, its reports and its review, live. */
export function TicketPage() {
  const { t } = useLingui();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  useQueueMoves(() => void refresh());
  const ticket = data.staffTicket;
  if (!ticket) return <NotFoundState home={import.meta.env.BASE_URL} />;
  return (
    <>
      <PageHeader
        title={ticket.itemName}
        back="/tickets"
        aside={
          <>
            <StatusTag of="TicketState" state={ticket.state} />
            <LiveBadge />
          </>
        }
        actions={<WorkDecision ticket={ticket} onStale={refresh} />}
      >
        <span className="mono">{ticket.no}</span> · {formatNumber(ticket.quantity)} {ticket.unit}
      </PageHeader>
      <Columns
        main={
          <>
            <Rework ticket={ticket} />
            <Section title={t`进度汇报`}>
              <ReportList reports={ticket.reports} />
            </Section>
            <DispatchPanel ticket={ticket} onStale={refresh} />
          </>
        }
        side={
          <>
            <Section title={t({ message: "服务单", context: "one" })}>
              <TicketFacts ticket={ticket} />
            </Section>
            <Section title={t`节点`}>
              <ProgressLine percent={ticket.percent} />
              <Milestones milestones={ticket.milestones} />
            </Section>
          </>
        }
      />
    </>
  );
}

function Rework({ ticket: { state, reworkCount, reworkReason } }: { ticket: ReworkFacts }) {
  if (reworkCount === 0 || !reworkReason) return null;
  return (
    <Alert color={state === "REWORK" ? "red" : "yellow"}>
      <Trans>
        返工 {reworkCount} 次，最近一次的原因：{reworkReason}
      </Trans>
    </Alert>
  );
}

type ReworkFacts = { state: string; reworkCount: number; reworkReason?: string | null };
