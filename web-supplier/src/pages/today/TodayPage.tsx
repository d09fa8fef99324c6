import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { LiveBadge } from "@kaidan/web-kit/ui/LiveBadge";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { DraftNotice } from "../../features/evidence/DraftNotice";
import { hasRejected } from "../../features/ticket/milestones";
import { OfferCard } from "../../features/ticket/OfferCard";
import { TicketRow } from "../../features/ticket/TicketRow";
import { useSupplierWork } from "../../features/ticket/useSupplierWork";
import { type TicketRowFragment, type TodayPageQuery } from "../../gql/graphql";
import { Counters } from "./Counters";
import css from "./TodayPage.module.css";

const route = getRouteApi("/signedIn/");

/** The day at a glance: offers that wait for an answer, what came back, and the work that goes on. */
export function TodayPage() {
  const { t } = useLingui();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  useSupplierWork(data.mySupplierWork.seq, () => void refresh());
  const { me } = useMe();
  const name = me?.displayName ?? "";
  return (
    <>
      <PageHeader title={t`今日`} aside={<LiveBadge />}>
        {name && <Trans>{name}，今天要做的都在这里。</Trans>}
      </PageHeader>
      <div className={css.page}>
        <div className={css.counters}>
          <Counters work={data.mySupplierWork} />
        </div>
        <Offers offers={data.myOffers} onGone={refresh} />
        <Work data={data} />
      </div>
    </>
  );
}

function Offers({ offers, onGone }: { offers: TodayPageQuery["myOffers"]; onGone: () => void }) {
  const navigate = useNavigate();
  return (
    <section className={`${css.offers} ${css.list}`} aria-labelledby="offers">
      <h2 id="offers">
        <Trans>新派单</Trans>
      </h2>
      {offers.length === 0 && (
        <p className={`card muted ${css.quiet}`}>
          <Trans>暂时没有等您回复的派单。有新单会立即出现在这里。</Trans>
        </p>
      )}
      {offers.map((ticket) => (
        <OfferCard
          key={ticket.id}
          ticket={ticket}
          onGone={onGone}
          onAccepted={(ticketId) => void navigate({ to: "/t/$ticketId", params: { ticketId } })}
        />
      ))}
    </section>
  );
}

function Work({ data }: { data: TodayPageQuery }) {
  const inProgress = nodes(data.inProgress);
  const urgent = [...nodes(data.rework), ...inProgress.filter(hasRejected)];
  const going = [...inProgress.filter((ticket) => !hasRejected(ticket)), ...nodes(data.assigned)];
  return (
    <div className={`stack ${css.work}`}>
      <DraftNotice />
      {urgent.length > 0 && (
        <section className={css.list} aria-labelledby="urgent">
          <h2 id="urgent">
            <Trans>先处理这些</Trans>
          </h2>
          {urgent.map((ticket) => (
            <TicketRow key={ticket.id} ticket={ticket} />
          ))}
        </section>
      )}
      <section className={css.list} aria-labelledby="going">
        <h2 id="going">
          <Trans>进行中的服务</Trans>
        </h2>
        {going.map((ticket) => (
          <TicketRow key={ticket.id} ticket={ticket} />
        ))}
        {going.length === 0 && <NothingGoing urgent={urgent.length} />}
      </section>
    </div>
  );
}

function NothingGoing({ urgent }: { urgent: number }) {
  const { t } = useLingui();
  if (urgent > 0) {
    return (
      <p className="muted">
        <Trans>除了上面这些，没有别的服务。</Trans>
      </p>
    );
  }
  return (
    <div className="card">
      <EmptyState picture="repair" title={t`没有进行中的服务。`}>
        <Trans>接单后，服务单会出现在这里；到场后就能拍照上报进度。</Trans>
      </EmptyState>
    </div>
  );
}

function nodes(list: { edges: { node: TicketRowFragment }[] }): TicketRowFragment[] {
  return list.edges.map(({ node }) => node);
}
