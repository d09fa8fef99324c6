import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { ButtonLink } from "@kaidan/web-kit/ui/ButtonLink";
import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { FilterTabs } from "@kaidan/web-kit/ui/FilterTabs";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useQueueMoves } from "../../features/queues/useQueues";
import { type StatementRowFragment, type StatementState, StatementsPageDocument } from "../../gql/graphql";

const route = getRouteApi("/signedIn/settlement");

/** Suppliers' statements by where they are; opens with those that wait for approval. */
export function StatementsPage() {
  const { t } = useLingui();
  const { state = "CONFIRMED" } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useListQuery(StatementsPageDocument, whatOf(state));
  const columns = useColumns();
  useQueueMoves(list.refetch);
  return (
    <>
      <PageHeader
        title={t`结算`}
        actions={
          <ButtonLink to="/settlement/income" look="outline">
            <Trans>季度收入报表</Trans>
          </ButtonLink>
        }
      >
        <Trans>服务商确认后由另一位同事批准，再导出银行付款文件；付款前账目不会变动。</Trans>
      </PageHeader>
      <div className="stack">
        <FilterTabs
          label={t`按状态筛选`}
          value={state}
          options={[
            { value: "CONFIRMED", label: t`待批准` },
            { value: "DISPUTED", label: t`异议待答复` },
            { value: "APPROVED", label: t`待付款` },
            { value: "PAYING", label: t`付款中` },
            { value: "FAILED", label: t`支付失败` },
            { value: "SUPPLIER_REVIEW", label: t`待服务商确认` },
            { value: "DRAFT", label: t`草稿` },
            { value: "PAID", label: t`已支付` },
            { value: "ALL", label: t`全部` },
          ]}
          onChange={(value) => void navigate({ search: { state: value }, replace: true })}
        />
        <ListTable
          list={list}
          of={({ statements }) => statements}
          label={t`结算单`}
          rowKey={({ id }) => id}
          columns={columns}
          empty={<EmptyState title={t`没有这个状态的结算单。`} />}
        />
      </div>
    </>
  );
}

/** What to ask for: disputes are found in statements of any state. */
function whatOf(state: string): { state: StatementState | null; disputed: boolean } {
  if (state === "DISPUTED") return { state: null, disputed: true };
  return { state: state === "ALL" ? null : (state as StatementState), disputed: false };
}

function useColumns(): Column<StatementRowFragment>[] {
  const { t } = useLingui();
  return [
    {
      key: "no",
      head: t`结算单号`,
      narrow: "title",
      cell: ({ id, no }) => (
        <Link to="/settlement/$id" params={{ id }} className="mono">
          {no}
        </Link>
      ),
    },
    {
      key: "supplier",
      head: t`服务商`,
      cell: ({ supplierId, supplierName }) => (
        <Link to="/settlement/suppliers/$supplierId" params={{ supplierId }}>
          {supplierName}
        </Link>
      ),
    },
    { key: "gross", head: t`应付`, align: "end", cell: ({ gross }) => <Money fen={gross} /> },
    { key: "deducted", head: t`扣回`, align: "end", cell: ({ deducted }) => <Money fen={deducted} /> },
    { key: "retained", head: t`质保金`, align: "end", cell: ({ retained }) => <Money fen={retained} /> },
    { key: "net", head: t`实付`, align: "end", cell: ({ net }) => <Money fen={net} /> },
    { key: "at", head: t`生成时间`, align: "end", cell: ({ cutAt }) => <DateText at={cutAt} as="absolute" /> },
    { key: "state", head: t`状态`, cell: ({ state }) => <StatusTag of="StatementState" state={state} /> },
  ];
}
