import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { FilterTabs } from "@kaidan/web-kit/ui/FilterTabs";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { useQueueMoves } from "../../features/queues/useQueues";
import { ContractsPageDocument, type ContractsPageQuery } from "../../gql/graphql";
import { ContractTabs } from "./ContractTabs";

const route = getRouteApi("/signedIn/contracts");

type Contract = ContractsPageQuery["staffContracts"]["edges"][number]["node"];

/** Contracts by where they are; opens with the signed ones that wait to be verified. */
export function ContractsPage() {
  const { t } = useLingui();
  const { state = "SIGNED_UPLOADED" } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useListQuery(ContractsPageDocument, { state: state === "ALL" ? null : state });
  const columns = useColumns();
  useQueueMoves(list.refetch);
  return (
    <>
      <PageHeader title={t`合同`}>
        <Trans>出具、线下签署、由另一位同事核验；首期款到账且合同生效后才开始服务。</Trans>
      </PageHeader>
      <ContractTabs />
      <div className="stack">
        <FilterTabs
          label={t`按状态筛选`}
          value={state}
          options={[
            { value: "SIGNED_UPLOADED", label: t`待核验` },
            { value: "DRAFT", label: t`待出具` },
            { value: "ISSUED", label: t`待签署` },
            { value: "REJECTED", label: t`已退回` },
            { value: "VERIFIED", label: t`已生效` },
            { value: "ADDENDUM_NEEDED", label: t`待签补充协议` },
            { value: "TERMINATED", label: t`已终止` },
            { value: "ALL", label: t`全部` },
          ]}
          onChange={(next) => void navigate({ search: { state: next }, replace: true })}
        />
        <ListTable
          list={list}
          of={({ staffContracts }) => staffContracts}
          label={t`合同`}
          rowKey={({ id }) => id}
          href={({ no }) => `/contracts/${no}`}
          columns={columns}
          empty={<EmptyState title={state === "SIGNED_UPLOADED" ? t`没有待核验的合同` : t`这里没有合同`} />}
        />
      </div>
    </>
  );
}

function useColumns(): Column<Contract>[] {
  const { t } = useLingui();
  return [
    { key: "no", head: t`合同编号`, narrow: "title", cell: ({ no }) => <span className="mono">{no}</span> },
    { key: "order", head: t`订单`, cell: ({ order }) => <span className="mono">{order?.no}</span> },
    { key: "title", head: t`商品`, cell: ({ order }) => order?.productTitle },
    { key: "customer", head: t`联系人`, cell: ({ order }) => order?.contactName },
    {
      key: "amount",
      head: t`金额`,
      align: "end",
      cell: ({ amount, order }) => <Money fen={amount ?? order?.total ?? "0"} />,
    },
    { key: "state", head: t`状态`, cell: ({ state }) => <StatusTag of="ContractState" state={state} /> },
    {
      key: "at",
      head: t`上传或出具时间`,
      cell: ({ uploadedAt, issuedAt, createdAt }) => (
        <DateText at={uploadedAt ?? issuedAt ?? createdAt} as="absolute" />
      ),
    },
  ];
}
