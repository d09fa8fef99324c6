import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { PageSkeleton } from "@kaidan/web-kit/ui/Skeletons";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { useReportDraft } from "../../features/evidence/useReportDraft";
import { LinkButton } from "../../features/frame/LinkButton";
import { nextMilestone } from "../../features/ticket/milestones";
import type { TicketRowFragment } from "../../gql/graphql";
import { ReportForm } from "./ReportForm";

const route = getRouteApi("/signedIn/t/$ticketId/report");

/** Reporting from the site: photos first, few words, kept on the phone until it has arrived. */
export function ReportPage() {
  const { t } = useLingui();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const ticket = data.supplierTicket;
  if (!ticket) return <NotFoundState home={import.meta.env.BASE_URL} />;
  const { itemName } = ticket;
  return (
    <>
      <PageHeader title={t`提交进度`} back={`/t/${ticket.id}`}>
        {itemName} · {ticket.address ?? ticket.region.name}
      </PageHeader>
      {ticket.availableActions.includes("POST_PROGRESS") ? (
        <Draft ticket={ticket} onRefused={refresh} />
      ) : (
        <NotNow ticketId={ticket.id} />
      )}
    </>
  );
}

function Draft({ ticket, onRefused }: { ticket: TicketRowFragment; onRefused: () => void }) {
  const { t } = useLingui();
  const { me } = useMe();
  const { milestone } = route.useSearch();
  const navigate = route.useNavigate();
  const known = ticket.milestones.find(({ code }) => code === milestone) ?? nextMilestone(ticket);
  const report = useReportDraft({
    accountId: me?.id ?? "",
    ticketId: ticket.id,
    itemName: ticket.itemName,
    milestoneCode: known?.code ?? null,
  });
  if (!report.draft) return <PageSkeleton />;
  return (
    <ReportForm
      ticket={ticket}
      draft={report.draft}
      kept={report.kept}
      onChange={report.change}
      onDiscard={report.discard}
      onRefused={onRefused}
      onPosted={() => {
        toast.ok(t`已提交，等待平台审核`);
        void navigate({ to: "/t/$ticketId", params: { ticketId: ticket.id }, replace: true });
      }}
    />
  );
}

function NotNow({ ticketId }: { ticketId: string }) {
  const { t } = useLingui();
  return (
    <EmptyState
      title={t`现在不能提交进度。`}
      action={
        <LinkButton to="/t/$ticketId" params={{ ticketId }}>
          <Trans>查看服务单</Trans>
        </LinkButton>
      }
    >
      <Trans>开始服务之后、申请验收之前，可以提交进度。</Trans>
    </EmptyState>
  );
}
