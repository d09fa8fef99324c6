import { ButtonLink } from "@kaidan/web-kit/ui/ButtonLink";
import { ProgressReportCard } from "@kaidan/web-kit/ui/ProgressReportCard";
import { TicketCard } from "@kaidan/web-kit/ui/TicketCard";
import { Trans, useLingui } from "@lingui/react/macro";
import type { WholeOrder } from "../../features/order/useLiveOrder";
import css from "./OrderTickets.module.css";

type Ticket = WholeOrder["tickets"][number];

/** The work, piece by piece, in the order of its stages, each with the progress the platform has approved; `focus` names one. */
export function OrderTickets({ order, focus }: { order: WholeOrder; focus: string | undefined }) {
  const tickets = [...order.tickets].sort((a, b) => a.stage - b.stage);
  return (
    <section className={css.tickets} aria-labelledby="tickets">
      <h2 id="tickets">
        <Trans>服务进度</Trans>
      </h2>
      {tickets.map((ticket) => (
        <TicketCard
          key={ticket.id}
          ticket={ticket}
          focused={focus === `ticket:${ticket.id}`}
          awaited={<Awaited order={order} ticket={ticket} />}
          actions={ticket.availableActions.includes("ACCEPT") && <AcceptLink orderId={order.id} ticket={ticket} />}
        >
          <Reports ticket={ticket} />
        </TicketCard>
      ))}
    </section>
  );
}

/** Whom the customer chose for work nobody has taken yet; told apart by item and stage, for a ticket is made per line. */
function Awaited({ order, ticket }: { order: WholeOrder; ticket: Ticket }) {
  const line = order.lines.find(({ itemName, stage }) => itemName === ticket.itemName && stage === ticket.stage);
  const asks = ticket.state === "TO_DISPATCH" || ticket.state === "OFFERED";
  if (ticket.state === "CANCELLED") return <Trans>未安排服务商</Trans>;
  if (!line?.supplier || line.chosenByPlatform) return <Trans>平台安排服务商</Trans>;
  const { name } = line.supplier;
  return asks ? <Trans>已选 {name}，等待接单</Trans> : <Trans>已选 {name}</Trans>;
}

function AcceptLink({ orderId, ticket }: { orderId: string; ticket: Ticket }) {
  const { t } = useLingui();
  const { itemName } = ticket;
  return (
    <ButtonLink
      to="/o/$orderId/accept/$ticketId"
      params={{ orderId, ticketId: ticket.id }}
      aria-label={t`验收${itemName}`}
    >
      <Trans>查看并验收</Trans>
    </ButtonLink>
  );
}

/** Newest first; older ones are a press away. */
function Reports({ ticket }: { ticket: Ticket }) {
  const [newest, ...older] = [...ticket.reports].sort((a, b) => b.submittedAt.localeCompare(a.submittedAt));
  if (!newest) return null;
  const count = older.length;
  return (
    <div className={css.reports}>
      <ProgressReportCard report={newest} />
      {count > 0 && (
        <details className={css.older}>
          <summary>
            <Trans>更早的 {count} 条进度</Trans>
          </summary>
          {older.map((report) => (
            <ProgressReportCard key={report.id} report={report} />
          ))}
        </details>
      )}
    </div>
  );
}
