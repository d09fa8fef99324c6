import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { FilterTabs } from "@kaidan/web-kit/ui/FilterTabs";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
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
      <ListTable
        list={list}
        of={({ staffTickets }) => staffTickets}
        label={t`服务单`}
        columns={columns}
        rowKey={({ id }) => id}
        href={({ id }) => `/tickets/${id}`}
        empty={<EmptyState title={state ? t`没有这个状态的服务单。` : t`还没有服务单。订单付款后自动生成。`} />}
      />
    </>
  );
}
