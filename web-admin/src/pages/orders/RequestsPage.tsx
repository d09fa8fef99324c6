import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { wishWords } from "@kaidan/web-kit/vocabulary/amendment-words";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQueueMoves } from "../../features/queues/useQueues";
import { type RequestRowFragment, RequestsPageDocument } from "../../gql/graphql";

/** What customers and suppliers asked to have changed and nobody answered, the longest waiting first. */
export function RequestsPage() {
  const { t } = useLingui();
  const list = useListQuery(RequestsPageDocument, {});
  const columns = useColumns();
  useQueueMoves(list.refetch);
  return (
    <>
      <PageHeader title={t`变更申请`} back="/orders">
        <Trans>客户或服务商希望修改订单：据此编写变更，或说明原因后拒绝。</Trans>
      </PageHeader>
      <ListTable
        list={list}
        of={({ changeRequestsToAnswer }) => changeRequestsToAnswer}
        label={t`变更申请`}
        rowKey={({ id }) => id}
        href={({ order }) => `/orders/${order.id}/amend`}
        columns={columns}
        empty={<EmptyState title={t`没有等着处理的变更申请。`} />}
      />
    </>
  );
}

function useColumns(): Column<RequestRowFragment>[] {
  const { t, i18n } = useLingui();
  return [
    { key: "text", head: t`申请内容`, narrow: "title", cell: ({ text }) => text },
    { key: "wish", head: t`类型`, cell: ({ wish }) => i18n._(wishWords[wish]) },
    { key: "by", head: t`申请人`, cell: ({ supplier }) => supplier?.name ?? t`客户` },
    {
      key: "order",
      head: t`订单`,
      cell: ({ order }) => `${order.no} · ${order.productTitle}`,
    },
    {
      key: "at",
      head: t`申请时间`,
      align: "end",
      cell: ({ createdAt }) => <DateText at={createdAt} as="absolute" />,
    },
  ];
}
