import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { useMe } from "@kaidan/web-kit/session/useMe";
import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { FilterTabs } from "@kaidan/web-kit/ui/FilterTabs";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useQueueMoves } from "../../features/queues/useQueues";
import { UnidentifiedPageDocument, type UnidentifiedRowFragment } from "../../gql/graphql";
import { EnterUnidentified } from "./EnterUnidentified";
import { IdentifyReceipt } from "./IdentifyReceipt";
import { PaymentTabs } from "./PaymentTabs";
import { ReturnReceipt } from "./ReturnReceipt";

const route = getRouteApi("/signedIn/payments/unidentified");

/** Money of the bank statement that named no order: entered, found out about, or sent back. */
export function UnidentifiedPage() {
  const { t } = useLingui();
  const { can } = useMe();
  const { state = "OPEN" } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useListQuery(UnidentifiedPageDocument, { state });
  const columns = useColumns(list.refetch);
  useQueueMoves(list.refetch);
  return (
    <>
      <PageHeader
        title={t`待查收款`}
        actions={can("payments.confirm") && <EnterUnidentified onEntered={list.refetch} />}
      >
        <Trans>银行流水里对不上订单的钱先登记在这里：查明后认领到订单，查无所属的由另一位同事退回。</Trans>
      </PageHeader>
      <PaymentTabs />
      <div className="stack">
        <FilterTabs
          label={t`按状态筛选`}
          value={state}
          options={[
            { value: "OPEN", label: t`待查明` },
            { value: "RETURNING", label: t`待退回` },
            { value: "IDENTIFIED", label: t`已认领` },
            { value: "RETURNED", label: t`已退回` },
          ]}
          onChange={(next) => void navigate({ search: { state: next }, replace: true })}
        />
        <ListTable
          list={list}
          of={({ unidentifiedReceipts }) => unidentifiedReceipts}
          label={t`待查收款`}
          rowKey={({ id }) => id}
          columns={columns}
          empty={<EmptyState title={t`这里没有待查收款。`} />}
        />
      </div>
    </>
  );
}

function useColumns(onDone: () => void): Column<UnidentifiedRowFragment>[] {
  const { t } = useLingui();
  return [
    { key: "no", head: t`编号`, narrow: "title", cell: ({ no }) => <span className="mono">{no}</span> },
    { key: "day", head: t`到账日`, cell: ({ receivedOn }) => <span className="mono">{receivedOn}</span> },
    { key: "payer", head: t`付款方`, cell: ({ payer }) => payer },
    { key: "amount", head: t`金额`, align: "end", cell: ({ amount }) => <Money fen={amount} /> },
    { key: "reference", head: t`银行流水号`, cell: (row) => <span className="mono">{row.bankReference}</span> },
    { key: "about", head: t`说明`, cell: (row) => <About receipt={row} /> },
    { key: "by", head: t`登记人`, cell: ({ enteredByName }) => enteredByName ?? "—" },
    {
      key: "deeds",
      head: t`操作`,
      cell: (row) => (
        <span className="row">
          <IdentifyReceipt receipt={row} onDone={onDone} />
          <ReturnReceipt receipt={row} onDone={onDone} />
        </span>
      ),
    },
  ];
}

/** What is known of it: the order it became, why it goes back, or what the cashier noted. */
function About({ receipt }: { receipt: UnidentifiedRowFragment }) {
  const { orderId, orderNo, returnReason, returnReference, note } = receipt;
  if (orderId) {
    return (
      <Link to="/orders/$id" params={{ id: orderId }} className="mono">
        {orderNo ?? <Trans>查看订单</Trans>}
      </Link>
    );
  }
  if (returnReference) {
    return (
      <Trans>
        {returnReason} · 退款流水 {returnReference}
      </Trans>
    );
  }
  return <>{returnReason ?? (note || "—")}</>;
}
