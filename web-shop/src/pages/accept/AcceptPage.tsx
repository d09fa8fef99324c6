import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { LiveBadge } from "@kaidan/web-kit/ui/LiveBadge";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useLiveOrder, type WholeOrder } from "../../features/order/useLiveOrder";
import css from "./AcceptPage.module.css";
import { Checklist } from "./Checklist";
import { Decision } from "./Decision";

const route = getRouteApi("/shop/signedIn/o/$orderId/accept/$ticketId");

/** The customer looks at delivered work, step by step with its photos, and accepts it or sends it back. */
export function AcceptPage() {
  const { t } = useLingui();
  const { order, reload } = useLiveOrder(route.useLoaderData());
  const { ticketId } = route.useParams();
  const ticket = order?.tickets.find(({ id }) => id === ticketId);
  if (!order || !ticket) return <NotFoundState home="/" />;
  const { itemName } = ticket;
  return (
    <div className={css.page}>
      <PageHeader title={t`验收：${itemName}`} back={`/o/${order.id}`} aside={<LiveBadge />}>
        <span className="row">
          <StatusTag of="TicketForCustomer" state={ticket.state} />
          {ticket.supplier?.name}
        </span>
      </PageHeader>
      <Checklist ticket={ticket} />
      {ticket.availableActions.includes("ACCEPT") ? (
        <Decision order={order} ticket={ticket} onStale={reload} />
      ) : (
        <Decided order={order} state={ticket.state} />
      )}
    </div>
  );
}

type Ticket = WholeOrder["tickets"][number];

/** Nothing to decide here: not delivered yet, being mended, or accepted already. */
function Decided({ order, state }: { order: WholeOrder; state: Ticket["state"] }) {
  return (
    <section className={`card ${css.decided}`} aria-live="polite">
      <p>
        <DecidedWords state={state} />
      </p>
      <Link to="/o/$orderId" params={{ orderId: order.id }}>
        <Trans>返回订单</Trans>
      </Link>
    </section>
  );
}

function DecidedWords({ state }: { state: Ticket["state"] }) {
  if (state === "ACCEPTED") return <Trans>这项服务已验收。</Trans>;
  if (state === "REWORK") return <Trans>已要求返工，服务商完成后会再请您验收。</Trans>;
  if (state === "DELIVERED") return <Trans>平台正在审核交付，通过后请您验收。</Trans>;
  return <Trans>服务商交付后请您验收。</Trans>;
}
