import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useMe } from "@kaidan/web-kit/session/useMe";
import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { FilterTabs } from "@kaidan/web-kit/ui/FilterTabs";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useQueueMoves } from "../../features/queues/useQueues";
import { DeniedCollectionsDocument, type DeniedRowFragment, DropCollectedDocument } from "../../gql/graphql";
import { PaymentTabs } from "./PaymentTabs";

const route = getRouteApi("/signedIn/payments/denied");

/** What suppliers say they took and their customers deny, or did not answer: cleared with both, then dropped or confirmed. */
export function DeniedPage() {
  const { t } = useLingui();
  const { view = "DENIED" } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useListQuery(DeniedCollectionsDocument, { unanswered: view === "UNANSWERED" });
  const columns = useColumns(list.refetch);
  useQueueMoves(list.refetch);
  return (
    <>
      <PageHeader title={t`代收争议`}>
        <Trans>
          服务商登记收了款、客户否认或七天没有答复的记录，尚未入账。核实收到了就请客户在订单页确认；没有收到就在这里撤销。
        </Trans>
      </PageHeader>
      <PaymentTabs />
      <div className="stack">
        <FilterTabs
          label={t`按状态筛选`}
          value={view}
          options={[
            { value: "DENIED", label: t`客户否认` },
            { value: "UNANSWERED", label: t`七天未答复` },
          ]}
          onChange={(next) => void navigate({ search: { view: next }, replace: true })}
        />
        <ListTable
          list={list}
          of={({ deniedCollections }) => deniedCollections}
          label={t`代收争议`}
          rowKey={({ id }) => id}
          columns={columns}
          empty={<EmptyState title={view === "DENIED" ? t`没有客户否认的代收记录。` : t`没有七天未答复的代收记录。`} />}
        />
      </div>
    </>
  );
}

function useColumns(onDone: () => void): Column<DeniedRowFragment>[] {
  const { t } = useLingui();
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
    { key: "amount", head: t`登记金额`, align: "end", cell: ({ amount }) => <Money fen={amount} /> },
    { key: "reason", head: t`客户的说明`, cell: ({ reason }) => reason ?? "—" },
    { key: "at", head: t`登记时间`, align: "end", cell: ({ createdAt }) => <DateText at={createdAt} as="absolute" /> },
    { key: "deeds", head: t`操作`, align: "end", cell: (row) => <Drop payment={row} onDone={onDone} /> },
  ];
}

function Drop({ payment: { id, version }, onDone }: { payment: DeniedRowFragment; onDone: () => void }) {
  const { t } = useLingui();
  const { can } = useMe();
  const [open, setOpen] = useState(false);
  const { act, busy } = useAct(DropCollectedDocument, (data) => data.dropCollected);
  async function drop(reason: string): Promise<void> {
    await act({ input: { paymentId: id, version, reason } });
    setOpen(false);
    onDone();
  }
  if (!can("payments.confirm")) return null;
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        <Trans>撤销记录</Trans>
      </Button>
      <ReasonDialog
        opened={open}
        onClose={() => setOpen(false)}
        title={t`撤销这笔现场收款记录？`}
        confirmLabel={t`撤销记录`}
        busy={busy}
        onConfirm={(reason) => void drop(reason)}
      />
    </>
  );
}
