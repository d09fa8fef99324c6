import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { DecideWaiver } from "../../features/waivers/DecideWaiver";
import { type WaiverRowFragment, WaiversPageDocument } from "../../gql/graphql";
import { PaymentTabs } from "./PaymentTabs";

/** Waivers over the limit that wait for somebody else than who proposed them, the longest waiting first. */
export function WaiversPage() {
  const { t } = useLingui();
  const list = useListQuery(WaiversPageDocument, {});
  const columns = useColumns(list.refetch);
  return (
    <>
      <PageHeader title={t`待批准的减免`}>
        <Trans>超过限额的减免由另一位同事批准；减免由平台承担，服务商照常结算。</Trans>
      </PageHeader>
      <PaymentTabs />
      <ListTable
        list={list}
        of={({ waiversToApprove }) => waiversToApprove}
        label={t`待批准的减免`}
        rowKey={({ id }) => id}
        columns={columns}
        empty={<EmptyState title={t`没有待批准的减免。`} />}
      />
    </>
  );
}

function useColumns(onDone: () => void): Column<WaiverRowFragment>[] {
  const { t } = useLingui();
  return [
    {
      key: "order",
      head: t`订单`,
      narrow: "title",
      cell: ({ orderId, orderNo }) => (
        <Link to="/orders/$id" params={{ id: orderId }} className="mono">
          {orderNo ?? <Trans>查看订单</Trans>}
        </Link>
      ),
    },
    { key: "instalment", head: t`分期`, cell: ({ instalment }) => instalment.name },
    { key: "open", head: t`未付`, align: "end", cell: ({ instalment }) => <Money fen={instalment.payable} /> },
    { key: "amount", head: t`拟减免`, align: "end", cell: ({ amount }) => <Money fen={amount} /> },
    { key: "reason", head: t`原因`, cell: ({ reason }) => reason },
    { key: "by", head: t`提出人`, cell: ({ askedBy }) => askedBy ?? "—" },
    {
      key: "at",
      head: t`提出时间`,
      align: "end",
      cell: ({ askedAt }) => (askedAt ? <DateText at={askedAt} as="absolute" /> : "—"),
    },
    {
      key: "decide",
      head: t`操作`,
      align: "end",
      cell: ({ instalment }) => <DecideWaiver instalment={instalment} onDone={onDone} />,
    },
  ];
}
