import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { formatNumber } from "@kaidan/web-kit/format/numbers";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { LiveBadge } from "@kaidan/web-kit/ui/LiveBadge";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { WorkPaused } from "@kaidan/web-kit/ui/WorkPaused";
import { getRouteApi } from "@tanstack/react-router";
import { useSupplierWork } from "../../features/ticket/useSupplierWork";
import type { TicketSheetFragment } from "../../gql/graphql";
import { AskChange } from "./AskChange";
import { CollectMoney } from "./CollectMoney";
import { ContactCard } from "./ContactCard";
import { JobCard } from "./JobCard";
import { MilestoneList } from "./MilestoneList";
import { NextStepCard } from "./NextStepCard";
import { ReportList } from "./ReportList";
import { TicketForms } from "./TicketForms";
import css from "./TicketPage.module.css";
import { TicketPlan } from "./TicketPlan";

const route = getRouteApi("/signedIn/t/$ticketId");

/** While or after the work is done at the customer's. */
const collects: readonly TicketSheetFragment["state"][] = ["IN_PROGRESS", "DELIVERED", "ACCEPTED"];

/** One ticket from acceptance to sign-off: what to do now, where and for whom, how far, what was reported. */
export function TicketPage() {
  const { data, refresh } = usePageQuery(route.useLoaderData());
  useSupplierWork(data.mySupplierWork.seq, () => void refresh());
  const ticket = data.supplierTicket;
  if (!ticket) return <NotFoundState home={import.meta.env.BASE_URL} />;
  return <TicketSheet ticket={ticket} refresh={refresh} />;
}

function TicketSheet({ ticket, refresh }: { ticket: TicketSheetFragment; refresh: () => void }) {
  const { itemName, quantity, unit, state, no } = ticket;
  return (
    <>
      <PageHeader
        title={itemName}
        back="/tickets"
        aside={<StatusTag of="TicketState" state={state} />}
        actions={<LiveBadge />}
      >
        {formatNumber(quantity)} {unit} · <span className="mono">{no}</span>
      </PageHeader>
      <div className={css.columns}>
        <div className={css.now}>
          <WorkPaused paused={ticket.workPaused && !["ACCEPTED", "CANCELLED"].includes(state)} />
          <NextStepCard ticket={ticket} onRefused={refresh} />
        </div>
        <div className={css.contact}>
          <ContactCard ticket={ticket} />
        </div>
        <div className={`stack ${css.work}`}>
          <MilestoneList ticket={ticket} />
          <ReportList ticket={ticket} />
          <TicketForms ticket={ticket} />
          <AskChange ticket={ticket} onChanged={refresh} />
        </div>
        <div className={css.job}>
          <JobCard ticket={ticket} />
          <TicketPlan parts={ticket.planParts} />
          {collects.includes(state) && <CollectMoney ticketId={ticket.id} toCollect={ticket.toCollect ?? null} />}
        </div>
      </div>
    </>
  );
}
