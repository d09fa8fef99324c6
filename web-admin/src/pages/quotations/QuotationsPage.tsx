import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { useMe } from "@kaidan/web-kit/session/useMe";
import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { FilterTabs } from "@kaidan/web-kit/ui/FilterTabs";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { SearchBox } from "@kaidan/web-kit/ui/SearchBox";
import { StatusTag, ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { quotationAttentionWords, quotationSourceWords } from "@kaidan/web-kit/vocabulary/quotation-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { ClearFilters } from "../../features/console/ClearFilters";
import { QuotationsPageDocument, type QuotationsPageQuery } from "../../gql/graphql";
import lists from "../Lists.module.css";
import { quotationViews } from "./quotation-views";

const route = getRouteApi("/signedIn/quotations");

/** Every quotation; those that wait for staff have a view of their own. */
export function QuotationsPage() {
  const { t } = useLingui();
  const { can } = useMe();
  const { view, search = "" } = route.useSearch();
  const navigate = route.useNavigate();
  const state = view === "ATTENTION" ? null : (view ?? null);
  const list = useListQuery(QuotationsPageDocument, {
    state,
    attention: view === "ATTENTION" ? true : null,
    search: search || null,
  });
  const columns = useQuotationColumns();
  const filtered = view !== undefined || search !== "";
  const views = {
    ATTENTION: t`待处理`,
    DRAFT: t`编制中`,
    INTERNAL_REVIEW: t`待内审`,
    SENT: t`待客户确认`,
    CONVERTED: t`已成交`,
    EXPIRED: t`已过期`,
  };
  return (
    <>
      <PageHeader
        title={t`报价单`}
        actions={
          can("quotations.manage") && (
            <Button component={Link} to="/quotations/new">
              <Trans>新建报价单</Trans>
            </Button>
          )
        }
      />
      <div className={lists.filters}>
        <SearchBox
          label={t`搜索报价单`}
          placeholder={t`编号开头`}
          value={search}
          onSearch={(text) =>
            void navigate({ search: (old) => ({ ...old, search: text || undefined }), replace: true })
          }
        />
        <FilterTabs
          label={t`按状态筛选`}
          value={view ?? "ALL"}
          options={[
            { value: "ALL", label: t`全部` },
            ...quotationViews.map((value) => ({ value, label: views[value] })),
          ]}
          onChange={(next) => {
            const chosen = quotationViews.find((each) => each === next);
            void navigate({ search: (old) => ({ ...old, view: chosen }), replace: true });
          }}
        />
      </div>
      <ListTable
        list={list}
        of={({ staffQuotations }) => staffQuotations}
        label={t`报价单`}
        rowKey={({ id }) => id}
        href={({ no }) => `/quotations/${no}`}
        columns={columns}
        empty={
          filtered ? (
            <ClearFilters onClear={() => void navigate({ search: {}, replace: true })} />
          ) : (
            <EmptyState title={t`还没有报价单`}>
              <Trans>客户请求报价、询价定标，或由您新建。</Trans>
            </EmptyState>
          )
        }
      />
    </>
  );
}

type Row = QuotationsPageQuery["staffQuotations"]["edges"][number]["node"];

function useQuotationColumns(): Column<Row>[] {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return [
    { key: "no", head: t`编号`, cell: ({ no }) => <span className="mono">{no}</span> },
    { key: "title", head: t`内容`, narrow: "title", cell: ({ title }) => title },
    { key: "customer", head: t`客户`, cell: ({ customer }) => customer.displayName },
    { key: "source", head: t`来源`, cell: ({ source }) => i18n._(quotationSourceWords[source]) },
    { key: "state", head: t`状态`, cell: ({ state }) => <StatusTag of="QuotationState" state={state} /> },
    {
      key: "attention",
      head: t`待处理`,
      cell: ({ attention }) => attention && <ToneTag tone="warn">{i18n._(quotationAttentionWords[attention])}</ToneTag>,
    },
    {
      key: "version",
      head: t`版本`,
      align: "end",
      cell: ({ currentNumber, draftNumber }) => `${currentNumber || "—"}${draftNumber ? ` (+${draftNumber})` : ""}`,
    },
    { key: "total", head: t`合计`, align: "end", cell: ({ total }) => (total ? <Money fen={total} /> : "—") },
    {
      key: "validUntil",
      head: t`有效期至`,
      cell: ({ validUntil }) => (validUntil ? <DateText at={validUntil} as="absolute" /> : "—"),
    },
  ];
}
