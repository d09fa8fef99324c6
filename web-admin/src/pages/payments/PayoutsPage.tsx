import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { FilterTabs } from "@kaidan/web-kit/ui/FilterTabs";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { useQueueMoves } from "../../features/queues/useQueues";
import { type PayoutRowFragment, PayoutsPageDocument } from "../../gql/graphql";
import { PaymentTabs } from "./PaymentTabs";
import { PayPayout } from "./PayPayout";

const route = getRouteApi("/signedIn/payments/payouts");

/** Credit that customers ask for in money: sent by a cashier, or declined with a reason. */
export function PayoutsPage() {
  const { t } = useLingui();
  const { state = "ASKED" } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useListQuery(PayoutsPageDocument, { state });
  const columns = useColumns(list.refetch);
  useQueueMoves(list.refetch);
  return (
    <>
      <PageHeader title={t`余款提现`}>
        <Trans>客户申请把余款退到银行账户：核对户名后在银行转账，再登记流水号。</Trans>
      </PageHeader>
      <PaymentTabs />
      <div className="stack">
        <FilterTabs
          label={t`按状态筛选`}
          value={state}
          options={[
            { value: "ASKED", label: t`待付款` },
            { value: "PAID", label: t`已付出` },
            { value: "DECLINED", label: t`未通过` },
            { value: "WITHDRAWN", label: t`已撤回` },
          ]}
          onChange={(next) => void navigate({ search: { state: next }, replace: true })}
        />
        <ListTable
          list={list}
          of={({ creditPayouts }) => creditPayouts}
          label={t`余款提现`}
          rowKey={({ id }) => id}
          columns={columns}
          empty={<EmptyState title={t`这里没有提现申请。`} />}
        />
      </div>
    </>
  );
}

function useColumns(onDone: () => void): Column<PayoutRowFragment>[] {
  const { t } = useLingui();
  return [
    { key: "no", head: t`编号`, narrow: "title", cell: ({ no }) => <span className="mono">{no}</span> },
    { key: "customer", head: t`客户`, cell: ({ customerName }) => customerName ?? "—" },
    { key: "payee", head: t`收款户名`, cell: ({ payeeName }) => payeeName },
    { key: "account", head: t`银行账号`, cell: ({ payeeAccount }) => <span className="mono">{payeeAccount}</span> },
    { key: "amount", head: t`金额`, align: "end", cell: ({ amount }) => <Money fen={amount} /> },
    { key: "at", head: t`申请时间`, cell: ({ createdAt }) => <DateText at={createdAt} as="absolute" /> },
    { key: "end", head: t`结果`, cell: ({ bankReference, reason }) => bankReference ?? reason ?? "—" },
    { key: "deeds", head: t`操作`, cell: (row) => <PayPayout payout={row} onDone={onDone} /> },
  ];
}
