import { type Column, DataTable } from "@kaidan/web-kit/ui/DataTable";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PlanPreview } from "@kaidan/web-kit/ui/PaymentPlan";
import { SoldBy } from "@kaidan/web-kit/ui/SoldBy";
import { Trans, useLingui } from "@lingui/react/macro";
import { Section } from "../../features/console/Section";
import type { QuotationVersionWholeFragment } from "../../gql/graphql";

type Line = QuotationVersionWholeFragment["lines"][number];

/** What is quoted and when it is paid; cost and list price for those who may see them. */
export function QuotationLines({ version }: { version: QuotationVersionWholeFragment }) {
  const { t } = useLingui();
  const columns: Column<Line>[] = [
    {
      key: "item",
      head: t`服务`,
      narrow: "title",
      cell: ({ itemName, optional, note, collectionMode, officialFee }) => (
        <>
          {itemName} {optional && <Trans>（可选）</Trans>}
          <div>
            <SoldBy mode={collectionMode} officialFee={officialFee} />
          </div>
          {note && <div className="muted small">{note}</div>}
        </>
      ),
    },
    { key: "supplier", head: t`服务商`, cell: ({ supplier }) => supplier?.name },
    { key: "quantity", head: t`数量`, align: "end", cell: ({ quantity, unit }) => `${quantity} ${unit}` },
    {
      key: "unitPrice",
      head: t`单价`,
      align: "end",
      cell: ({ unitPrice, lump }) => (lump ? t`一口价` : <Money fen={unitPrice} />),
    },
    {
      key: "list",
      head: t`目录价`,
      align: "end",
      cell: ({ listAmount }) => (listAmount ? <Money fen={listAmount} /> : "—"),
    },
    { key: "cost", head: t`成本`, align: "end", cell: ({ cost }) => (cost ? <Money fen={cost} /> : "—") },
    { key: "amount", head: t`金额`, align: "end", cell: ({ amount }) => <Money fen={amount} /> },
  ];
  return (
    <>
      <Section title={t`报价明细`} flush>
        <DataTable rows={version.lines} columns={columns} rowKey={({ id }) => id} label={t`报价明细`} />
      </Section>
      <Section title={t`付款计划`}>
        <PlanPreview steps={version.plan} />
      </Section>
      {version.terms && (
        <Section title={t`条款`}>
          <p style={{ whiteSpace: "pre-line" }}>{version.terms}</p>
        </Section>
      )}
    </>
  );
}
