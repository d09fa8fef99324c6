import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { tenderWords } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useQueueMoves } from "../../features/queues/useQueues";
import { MismatchedPaymentsDocument, type MismatchedRowFragment } from "../../gql/graphql";
import { BookMismatched } from "./BookMismatched";
import { PaymentTabs } from "./PaymentTabs";

/** Payments that a channel told another amount of: set aside, to be cleared with the channel and the customer. */
export function MismatchedPage() {
  const { t } = useLingui();
  const list = useListQuery(MismatchedPaymentsDocument, {});
  const columns = useColumns(list.refetch);
  useQueueMoves(list.refetch);
  return (
    <>
      <PageHeader title={t`金额不符的付款`}>
        <Trans>渠道通知的金额与应付不一致，未记入订单，也未入账。请与渠道核对后入账。</Trans>
      </PageHeader>
      <PaymentTabs />
      <ListTable
        list={list}
        of={({ mismatchedPayments }) => mismatchedPayments}
        label={t`金额不符的付款`}
        rowKey={({ id }) => id}
        columns={columns}
        empty={<EmptyState title={t`没有金额不符的付款。`} />}
      />
    </>
  );
}

function useColumns(onBooked: () => void): Column<MismatchedRowFragment>[] {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return [
    { key: "no", head: t`付款号`, narrow: "title", cell: ({ no }) => <span className="mono">{no}</span> },
    {
      key: "order",
      head: t`订单`,
      cell: ({ orderId, orderNo }) => (
        <Link to="/orders/$id" params={{ id: orderId }} className="mono">
          {orderNo}
        </Link>
      ),
    },
    { key: "customer", head: t`客户`, cell: ({ customerName }) => customerName },
    { key: "tender", head: t`方式`, cell: ({ tender }) => i18n._(tenderWords[tender]) },
    { key: "asked", head: t`应付`, align: "end", cell: ({ amount }) => <Money fen={amount} /> },
    {
      key: "told",
      head: t`渠道通知`,
      align: "end",
      cell: ({ receivedAmount }) => (receivedAmount === null ? "—" : <Money fen={receivedAmount} />),
    },
    {
      key: "at",
      head: t`通知时间`,
      align: "end",
      cell: ({ settledAt }) => (settledAt ? <DateText at={settledAt} as="absolute" /> : "—"),
    },
    { key: "book", head: t`操作`, align: "end", cell: (row) => <BookMismatched payment={row} onDone={onBooked} /> },
  ];
}
