import { formatNumber } from "@kaidan/web-kit/format/numbers";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { type Column, DataTable } from "@kaidan/web-kit/ui/DataTable";
import { Money } from "@kaidan/web-kit/ui/Money";
import { collectionModeWords } from "@kaidan/web-kit/vocabulary/collection-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Section } from "../../features/console/Section";
import { Cost, Margin } from "../../features/prices/Margin";
import type { StaffOrderPageOrderFragment } from "../../gql/graphql";

type Line = StaffOrderPageOrderFragment["lines"][number];

/** What was bought, component by component, with its supplier; cost and margin for those who may read costs. */
export function OrderLines({ lines, total }: { lines: readonly Line[]; total: string }) {
  const { t } = useLingui();
  const columns = useLineColumns();
  return (
    <Section
      title={t`服务项`}
      aside={
        <span>
          <Trans>
            合计 <Money fen={total} look="price" />
          </Trans>
        </span>
      }
      flush
    >
      <DataTable label={t`服务项`} rows={lines} columns={columns} rowKey={({ id }) => id} />
    </Section>
  );
}

function useLineColumns(): Column<Line>[] {
  const { t } = useLingui();
  const { can } = useMe();
  const costs: Column<Line>[] = [
    { key: "cost", head: t`成本`, align: "end", cell: ({ costAmount }) => <Cost fen={costAmount} /> },
    {
      key: "margin",
      head: t`毛利`,
      align: "end",
      cell: ({ costAmount, amount }) => <Margin cost={costAmount} sale={amount} />,
    },
  ];
  return [
    {
      key: "item",
      head: t({ message: "服务项目", context: "one" }),
      narrow: "title",
      cell: ({ itemName }) => itemName,
    },
    { key: "stage", head: t`阶段`, narrow: "hide", cell: ({ stage }) => stage },
    { key: "supplier", head: t({ message: "服务商", context: "one" }), cell: (line) => <LineSupplier line={line} /> },
    { key: "sold", head: t`销售与收款`, cell: (line) => <LineCollection line={line} /> },
    {
      key: "quantity",
      head: t`数量`,
      align: "end",
      cell: ({ quantity, unit }) => `${formatNumber(quantity)} ${unit}`,
    },
    { key: "price", head: t`单价`, align: "end", narrow: "hide", cell: ({ unitPrice }) => <Money fen={unitPrice} /> },
    { key: "amount", head: t`金额`, align: "end", cell: ({ amount }) => <Money fen={amount} /> },
    ...(can("cost.read") ? costs : []),
  ];
}

/** Who sells and collects, and what the platform keeps of it. */
function LineCollection({ line: { collectionMode, commissionRate, commissionRefundable } }: { line: Line }) {
  const { i18n } = useI18n();
  const percent = formatNumber(commissionRate / 100);
  return (
    <>
      {i18n._(collectionModeWords[collectionMode])}
      {collectionMode !== "OWN_SALE" && (
        <div className="muted small">
          <Trans>佣金 {percent}%</Trans> · {commissionRefundable ? <Trans>退款时退还</Trans> : <Trans>退款不退</Trans>}
        </div>
      )}
    </>
  );
}

function LineSupplier({ line: { supplier, chosenByPlatform } }: { line: Line }) {
  return (
    <>
      {supplier?.name ?? "—"}{" "}
      <span className="muted small">{chosenByPlatform ? <Trans>平台推荐</Trans> : <Trans>客户指定</Trans>}</span>
    </>
  );
}
