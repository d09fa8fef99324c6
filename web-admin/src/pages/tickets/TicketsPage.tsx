import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { DataTable } from "@kaidan/web-kit/ui/DataTable";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { FilterTabs } from "@kaidan/web-kit/ui/FilterTabs";
import { ListBody } from "@kaidan/web-kit/ui/ListBody";
import { LoadMore } from "@kaidan/web-kit/ui/LoadMore";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { stateWord } from "@kaidan/web-kit/vocabulary/state-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { StaffTicketsDocument } from "../../gql/graphql";
import css from "../Lists.module.css";
import { ticketViews } from "./ticket-views";
import { useTicketColumns } from "./useTicketColumns";

const route = getRouteApi("/signedIn/tickets");

/** All tickets, newest first, narrowed by state. */
export function TicketsPage() {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useListQuery(StaffTicketsDocument, { state: state ?? null });
  const columns = useTicketColumns();
  const views = ticketViews.map((value) => ({ value, label: i18n._(stateWord("TicketState", value).word) }));
  return (
    <>
      <PageHeader title={t`服务单`} />
      <div className={css.filters}>
        <FilterTabs
          label={t`服务单状态`}
          value={state ?? "ALL"}
          options={[{ value: "ALL", label: t`全部` }, ...views]}
          onChange={(next) => void navigate({ search: { state: next === "ALL" ? undefined : next }, replace: true })}
        />
      </div>
      <ListBody list={list}>
        {({ staffTickets: { edges, pageInfo } }) => (
          <>
            <DataTable
              label={t`服务单`}
              rows={edges.map(({ node }) => node)}
              columns={columns}
              rowKey={({ id }) => id}
              href={({ id }) => `/tickets/${id}`}
              busy={list.stale}
              empty={<EmptyState title={state ? t`没有这个状态的服务单。` : t`还没有服务单。订单付款后自动生成。`} />}
            />
            <LoadMore
              hasMore={pageInfo.hasNextPage}
              busy={list.loadingMore}
              onMore={() => list.loadMore(pageInfo.endCursor)}
            />
          </>
        )}
      </ListBody>
    </>
  );
}
