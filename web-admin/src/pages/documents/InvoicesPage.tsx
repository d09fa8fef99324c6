import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { FilterTabs } from "@kaidan/web-kit/ui/FilterTabs";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { invoiceKindWords } from "@kaidan/web-kit/vocabulary/form-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { InvoicesPageDocument, type StaffInvoiceRowFragment } from "../../gql/graphql";
import { DocumentTabs } from "./DocumentTabs";
import { InvoiceActs } from "./InvoiceActs";

const route = getRouteApi("/signedIn/documents/invoices");

/** The invoices that customers asked for, the longest waiting first, each with what may be done. */
export function InvoicesPage() {
  const { t } = useLingui();
  const { state = "REQUESTED" } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useListQuery(InvoicesPageDocument, { state: state === "ALL" ? null : state });
  return (
    <>
      <PageHeader title={t`开票`}>
        <Trans>在开票系统里开好后登记号码；退款涉及已开票金额时，先登记红字发票。</Trans>
      </PageHeader>
      <DocumentTabs />
      <div className="stack">
        <FilterTabs
          label={t`按状态筛选`}
          value={state}
          options={[
            { value: "REQUESTED", label: t`待开票` },
            { value: "ISSUED", label: t`已开票` },
            { value: "RED_PARTIAL", label: t`部分冲红` },
            { value: "RED_FULL", label: t`已冲红` },
            { value: "REJECTED", label: t`已退回` },
            { value: "ALL", label: t`全部` },
          ]}
          onChange={(next) => void navigate({ search: { state: next }, replace: true })}
        />
        <ListTable
          list={list}
          of={({ staffInvoices }) => staffInvoices}
          label={t`开票`}
          rowKey={({ id }) => id}
          columns={useColumns()}
          actionsLabel={t`操作`}
          rowActions={(invoice) => <InvoiceActs invoice={invoice} onDone={list.refetch} />}
          empty={<EmptyState title={state === "REQUESTED" ? t`没有待开的发票` : t`这里没有发票`} />}
        />
      </div>
    </>
  );
}

function useColumns(): Column<StaffInvoiceRowFragment>[] {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return [
    { key: "title", head: t`发票抬头`, narrow: "title", cell: ({ title }) => title },
    { key: "tax", head: t`纳税人识别号`, cell: ({ taxNo }) => <span className="mono">{taxNo ?? "—"}</span> },
    { key: "kind", head: t`发票种类`, cell: ({ kind }) => i18n._(invoiceKindWords[kind]) },
    { key: "order", head: t`订单`, cell: ({ orderNo }) => <span className="mono">{orderNo}</span> },
    { key: "amount", head: t`金额`, align: "end", cell: ({ amount }) => <Money fen={amount} /> },
    { key: "red", head: t`已冲红`, align: "end", cell: ({ redAmount }) => <Money fen={redAmount} /> },
    { key: "state", head: t`状态`, cell: ({ state }) => <StatusTag of="InvoiceState" state={state} /> },
    { key: "no", head: t`发票号码`, cell: ({ invoiceNo }) => <span className="mono">{invoiceNo ?? "—"}</span> },
    { key: "at", head: t`申请时间`, cell: ({ createdAt }) => <DateText at={createdAt} as="absolute" /> },
  ];
}
