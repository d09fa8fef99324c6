import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { type Column, DataTable } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { SettledParts } from "@kaidan/web-kit/ui/SettledParts";
import { blockerWords, cycleWords, settledForWords } from "@kaidan/web-kit/vocabulary/settlement-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { Columns, Section } from "../../features/console/Section";
import { PostingsLink } from "../../features/ledger/PostingsLink";
import { MakeStatementDocument, type SupplierAccountPageQuery } from "../../gql/graphql";
import { ChargeSupplier } from "./ChargeSupplier";
import { EndClaim } from "./EndClaim";
import { SupplierDeposit } from "./SupplierDeposit";
import { SupplierTerms } from "./SupplierTerms";

const route = getRouteApi("/signedIn/settlement/suppliers/$supplierId");

type Sheet = SupplierAccountPageQuery["supplierAccount"];
type Item = Sheet["items"][number];

/** What is open with one supplier, and a statement of it by hand. */
export function SupplierAccountPage() {
  const { t } = useLingui();
  const { supplierId } = route.useParams();
  const navigate = route.useNavigate();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const { act, busy } = useAct(MakeStatementDocument, (made) => made.makeStatement);
  const once = useIdempotencyKey(`make-statement:${supplierId}`);
  const sheet = data.supplierAccount;
  const { items, availableActions } = sheet;
  const stale = () => void refresh();
  const columns = useColumns(supplierId, sheet, stale);
  async function make(): Promise<void> {
    const done = await act({ input: { supplierId, idempotencyKey: once.key() } });
    if (!done?.statement) return;
    once.answered();
    await navigate({ to: "/settlement/$id", params: { id: done.statement.id } });
  }
  return (
    <>
      <PageHeader
        title={t`服务商往来`}
        back="/settlement"
        actions={
          availableActions.includes("MAKE") && (
            <Button loading={busy} onClick={() => void make()}>
              <Trans>生成结算单</Trans>
            </Button>
          )
        }
      >
        <Trans>按服务逐条列出：应付、应扣、何时可结算、被什么挡住。</Trans>
      </PageHeader>
      <Columns
        main={
          <Section title={t`未结明细`} flush>
            {items.length === 0 ? (
              <EmptyState title={t`没有未结的款项。`} />
            ) : (
              <DataTable
                rows={items}
                columns={columns}
                rowKey={({ account, item }) => `${account}:${item}`}
                label={t`未结明细`}
              />
            )}
          </Section>
        }
        side={<SheetFacts supplierId={supplierId} sheet={sheet} onStale={stale} />}
      />
    </>
  );
}

function SheetFacts({ supplierId, sheet, onStale }: { supplierId: string; sheet: Sheet; onStale: () => void }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { retentionRate, retentionDays, bankName, accountTail } = sheet;
  const rate = retentionRate / 100;
  return (
    <Section title={t`概况`}>
      <Facts
        items={[
          { label: t`现在可结算`, value: <Money fen={sheet.ready} /> },
          { label: t`以后可结算`, value: <Money fen={sheet.waiting} /> },
          { label: t`应扣回`, value: <Money fen={sheet.owes} /> },
          {
            label: t`保证金`,
            value: (
              <PostingsLink search={{ supplier: supplierId, account: "2241.D" }}>
                <Money fen={sheet.deposit} />
              </PostingsLink>
            ),
          },
          { label: t`结算周期`, value: i18n._(cycleWords[sheet.cycle]) },
          { label: t`质保金`, value: retentionRate > 0 ? t`${rate}%，留 ${retentionDays} 天` : t`不留` },
          { label: t`收款账户`, value: accountTail ? `${bankName ?? ""} ****${accountTail}` : t`未填写` },
        ]}
      />
      <div className="stack">
        {sheet.availableActions.includes("TERMS") && (
          <SupplierTerms supplierId={supplierId} sheet={sheet} onStale={onStale} />
        )}
        {sheet.availableActions.includes("DEPOSIT") && (
          <SupplierDeposit supplierId={supplierId} deposit={sheet.deposit} onStale={onStale} />
        )}
      </div>
    </Section>
  );
}

function useColumns(supplierId: string, sheet: Sheet, onStale: () => void): Column<Item>[] {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return [
    { key: "title", head: t`服务`, narrow: "title", cell: ({ title }) => title || "—" },
    { key: "for", head: t`类型`, cell: ({ account }) => i18n._(settledForWords[account]) },
    { key: "order", head: t`订单`, cell: ({ orderNo }) => <span className="mono">{orderNo ?? "—"}</span> },
    {
      key: "balance",
      head: t`金额`,
      align: "end",
      cell: ({ balance, orderNo }) => (
        <PostingsLink search={{ supplier: supplierId, order: orderNo ?? undefined }}>
          <Money fen={balance} />
        </PostingsLink>
      ),
    },
    { key: "parts", head: t`构成`, cell: ({ parts }) => <SettledParts parts={parts} /> },
    {
      key: "when",
      head: t`何时可结算`,
      cell: ({ blocker, expectedAt, inStatement }) => (
        <>
          {blocker ? i18n._(blockerWords[blocker]) : t`现在`}{" "}
          {inStatement ? <span className="mono">{inStatement}</span> : null}
          {blocker && expectedAt ? <DateText at={expectedAt} /> : null}
        </>
      ),
    },
    {
      key: "acts",
      head: t`处理`,
      align: "end",
      cell: (item) => <ItemActs supplierId={supplierId} item={item} sheet={sheet} onStale={onStale} />,
    },
  ];
}

type ItemActsProps = { supplierId: string; item: Item; sheet: Sheet; onStale: () => void };

/** Work may be charged for; what the supplier owes may be ended, unless a statement takes it off already. */
function ItemActs({ supplierId, item, sheet, onStale }: ItemActsProps) {
  const { availableActions, deposit } = sheet;
  const { orderId, componentId, title } = item;
  if (item.account === "CLAIMED") {
    const free = availableActions.includes("END_CLAIM") && item.inStatement === null;
    return free ? <EndClaim supplierId={supplierId} claim={item} deposit={deposit} onStale={onStale} /> : null;
  }
  if (!availableActions.includes("CHARGE") || orderId === null || componentId === null) return null;
  return <ChargeSupplier supplierId={supplierId} work={{ orderId, componentId, title }} onStale={onStale} />;
}
