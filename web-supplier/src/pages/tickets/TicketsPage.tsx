import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { FilterTabs } from "@kaidan/web-kit/ui/FilterTabs";
import { ListBody } from "@kaidan/web-kit/ui/ListBody";
import { LiveBadge } from "@kaidan/web-kit/ui/LiveBadge";
import { LoadMore } from "@kaidan/web-kit/ui/LoadMore";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { stateWord } from "@kaidan/web-kit/vocabulary/state-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { LinkButton } from "../../features/frame/LinkButton";
import { TicketRow } from "../../features/ticket/TicketRow";
import { useSupplierWork } from "../../features/ticket/useSupplierWork";
import { type TicketState, TicketsPageDocument, type TicketsPageQuery } from "../../gql/graphql";
import css from "./TicketsPage.module.css";

const route = getRouteApi("/signedIn/tickets");

/** The states a supplier's ticket can be in, in the order of the work. */
const shown: readonly TicketState[] = [
  "REWORK",
  "ASSIGNED",
  "IN_PROGRESS",
  "DELIVERED",
  "PLATFORM_APPROVED",
  "ACCEPTED",
  "CANCELLED",
];

/** Every ticket of this supplier, by state. */
export function TicketsPage() {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useListQuery(TicketsPageDocument, { state });
  useSupplierWork(list.data?.mySupplierWork.seq, list.refetch);
  const all = { value: "ALL" as const, label: t`全部` };
  const views = shown.map((value) => ({ value, label: i18n._(stateWord("TicketState", value).word) }));
  return (
    <>
      <PageHeader title={t`任务`} aside={<LiveBadge />} />
      <div className={css.filters}>
        <FilterTabs<TicketState | "ALL">
          label={t`按状态查看`}
          value={state ?? "ALL"}
          options={[all, ...views]}
          onChange={(value) => void navigate({ search: { state: value === "ALL" ? undefined : value }, replace: true })}
        />
      </div>
      <ListBody list={list}>
        {(data) => (
          <div className={css.list} aria-busy={list.stale} data-stale={list.stale || undefined}>
            <Rows data={data} filtered={state !== undefined} />
            <LoadMore
              hasMore={data.myTickets.pageInfo.hasNextPage}
              busy={list.loadingMore}
              onMore={() => list.loadMore(data.myTickets.pageInfo.endCursor)}
            />
          </div>
        )}
      </ListBody>
    </>
  );
}

function Rows({ data, filtered }: { data: TicketsPageQuery; filtered: boolean }) {
  const { t } = useLingui();
  const tickets = data.myTickets.edges.map(({ node }) => node);
  if (tickets.length > 0) return tickets.map((ticket) => <TicketRow key={ticket.id} ticket={ticket} />);
  if (filtered) {
    return (
      <EmptyState
        title={t`这个状态下没有服务单。`}
        action={
          <LinkButton to="/tickets" variant="default">
            <Trans>查看全部</Trans>
          </LinkButton>
        }
      />
    );
  }
  return (
    <EmptyState
      picture="repair"
      title={t`还没有服务单。`}
      action={
        <LinkButton to="/">
          <Trans>查看新派单</Trans>
        </LinkButton>
      }
    >
      <Trans>接下一个派单，它就会出现在这里。</Trans>
    </EmptyState>
  );
}
