import { useQuery } from "@apollo/client/react";
import { ErrorState } from "@kaidan/web-kit/ui/ErrorState";
import { ListSkeleton } from "@kaidan/web-kit/ui/Skeletons";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { DispatchPanel } from "../../features/dispatch/DispatchPanel";
import { TicketFacts } from "../../features/dispatch/TicketFacts";
import { useQueueMoves } from "../../features/queues/useQueues";
import { TicketToDispatchDocument } from "../../gql/graphql";

/** The ticket in the dispatcher's hands, live: it may be accepted, declined or placed by a colleague at any moment. */
export function TicketToDispatch({ id }: { id: string }) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(TicketToDispatchDocument, { variables: { id } });
  useQueueMoves(() => void refetch());
  const ticket = data?.staffTicket;
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton rows={4} />;
  if (!ticket) return <p role="alert">{t`没有找到这张服务单，或您无权查看。`}</p>;
  return (
    <>
      <section className="card stack" aria-label={t({ message: "服务单", context: "one" })}>
        <div className="row">
          <h2>{ticket.itemName}</h2>
          <StatusTag of="TicketState" state={ticket.state} />
          <Link to="/tickets/$id" params={{ id }} className="mono">
            {ticket.no}
          </Link>
        </div>
        <TicketFacts ticket={ticket} />
      </section>
      <DispatchPanel ticket={ticket} onStale={() => void refetch()} />
    </>
  );
}
