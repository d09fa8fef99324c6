import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { amendmentKindWords } from "@kaidan/web-kit/vocabulary/amendment-words";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQueueMoves } from "../../features/queues/useQueues";
import { type ChangeRowFragment, ChangesPageDocument } from "../../gql/graphql";

/** Changes of orders that wait for somebody who had no hand in them, the longest waiting first. */
export function ChangesPage() {
  const { t } = useLingui();
  const list = useListQuery(ChangesPageDocument, {});
  const columns = useColumns();
  useQueueMoves(list.refetch);
  return (
    <>
      <PageHeader title={t`待审核的变更`} back="/orders">
        <Trans>客户已同意或无需同意的变更，由没有参与编写的同事审核后生效。</Trans>
      </PageHeader>
      <ListTable
        list={list}
        of={({ amendmentsToAudit }) => amendmentsToAudit}
        label={t`待审核的变更`}
        rowKey={({ id }) => id}
        href={({ order }) => `/orders/${order.id}/amend`}
        columns={columns}
        empty={<EmptyState title={t`没有待审核的变更。`} />}
      />
    </>
  );
}

function useColumns(): Column<ChangeRowFragment>[] {
  const { t, i18n } = useLingui();
  return [
    { key: "no", head: t`变更编号`, narrow: "title", cell: ({ no }) => <span className="mono">{no}</span> },
    { key: "order", head: t`订单`, cell: ({ order }) => `${order.no} · ${order.productTitle}` },
    { key: "kind", head: t`类型`, cell: ({ kind }) => i18n._(amendmentKindWords[kind]) },
    { key: "delta", head: t`总价变化`, align: "end", cell: ({ saleDelta }) => <Money fen={saleDelta} /> },
    { key: "reason", head: t`原因`, cell: ({ reason }) => reason },
    { key: "by", head: t`编写人`, cell: ({ authorName }) => authorName ?? "—" },
    {
      key: "at",
      head: t`编写时间`,
      align: "end",
      cell: ({ createdAt }) => <DateText at={createdAt} as="absolute" />,
    },
  ];
}
