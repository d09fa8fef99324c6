import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { FilterTabs } from "@kaidan/web-kit/ui/FilterTabs";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { wordOf } from "@kaidan/web-kit/vocabulary/plain-words";
import { refundSourceWords } from "@kaidan/web-kit/vocabulary/refund-words";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { useQueueMoves, useQueues } from "../../features/queues/useQueues";
import { RefundsPageDocument, type RefundsPageQuery } from "../../gql/graphql";

const route = getRouteApi("/signedIn/refunds");

type Refund = RefundsPageQuery["staffRefunds"]["edges"][number]["node"];

/** Refunds by where they are; opens with what customers asked for and nobody answered. */
export function RefundsPage() {
  const { t } = useLingui();
  const { state = "REQUESTED" } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useListQuery(RefundsPageDocument, { state: state === "ALL" ? null : state });
  const columns = useColumns();
  const queues = useQueues();
  useQueueMoves(list.refetch);
  return (
    <>
      <PageHeader title={t`退款`}>
        <Trans>先定方案、由另一位同事批准，再按原付款方式逐笔退回；退不回的改由出纳转账。</Trans>
      </PageHeader>
      <div className="stack">
        <FilterTabs
          label={t`按状态筛选`}
          value={state}
          options={[
            { value: "REQUESTED", label: t`待处理`, count: queues?.refundsToAnswer },
            { value: "PROPOSED", label: t`待客户确认` },
            { value: "AGREED", label: t`待批准`, count: queues?.refundsToApprove },
            { value: "EXECUTING", label: t`退款中` },
            { value: "PARTLY_FAILED", label: t`部分失败`, count: queues?.refundsToMend },
            { value: "SUCCEEDED", label: t`已退款` },
            { value: "REJECTED", label: t`未通过` },
            { value: "ALL", label: t`全部` },
          ]}
          onChange={(next) => void navigate({ search: { state: next }, replace: true })}
        />
        <ListTable
          list={list}
          of={({ staffRefunds }) => staffRefunds}
          label={t`退款`}
          rowKey={({ id }) => id}
          href={({ id }) => `/refunds/${id}`}
          columns={columns}
          empty={<EmptyState title={t`这里没有退款`} />}
        />
      </div>
    </>
  );
}

function useColumns(): Column<Refund>[] {
  const { t, i18n } = useLingui();
  return [
    { key: "no", head: t`退款编号`, narrow: "title", cell: ({ no }) => <span className="mono">{no}</span> },
    { key: "order", head: t`订单`, cell: ({ orderNo }) => <span className="mono">{orderNo}</span> },
    { key: "customer", head: t`客户`, cell: ({ customerName }) => customerName },
    { key: "source", head: t`来源`, cell: ({ source }) => i18n._(wordOf(refundSourceWords, source)) },
    {
      key: "amount",
      head: t`金额`,
      align: "end",
      cell: ({ asked, amount }) => <Money fen={amount === "0" ? (asked ?? "0") : amount} />,
    },
    { key: "state", head: t`状态`, cell: ({ state }) => <StatusTag of="RefundState" state={state} /> },
    { key: "at", head: t`申请时间`, cell: ({ requestedAt }) => <DateText at={requestedAt} as="absolute" /> },
  ];
}
