import { type Column, DataTable } from "@kaidan/web-kit/ui/DataTable";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { Money } from "@kaidan/web-kit/ui/Money";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { Section } from "../../features/console/Section";
import { Cost, Margin } from "../../features/prices/Margin";
import type { ItemDetailsFragment } from "../../gql/graphql";

type Offer = ItemDetailsFragment["offers"][number];

/** Who does this item at which price. */
export function ItemOffers({ offers }: { offers: readonly Offer[] }) {
  const { t } = useLingui();
  const columns: Column<Offer>[] = [
    {
      key: "supplier",
      head: t({ message: "服务商", context: "one" }),
      narrow: "title",
      cell: ({ supplier }) => supplier.name,
    },
    { key: "state", head: t`状态`, cell: ({ state }) => <StatusTag of="ServiceState" state={state} /> },
    { key: "cost", head: t`成本价`, align: "end", cell: ({ costPrice }) => <Cost fen={costPrice} /> },
    { key: "sale", head: t`销售价`, align: "end", cell: ({ salePrice }) => <Money fen={salePrice} /> },
    {
      key: "margin",
      head: t`毛利`,
      align: "end",
      cell: ({ costPrice, salePrice }) => <Margin cost={costPrice} sale={salePrice} />,
    },
    { key: "level", head: t`等级`, align: "end", cell: ({ level }) => level },
    { key: "perDay", head: t`每日接单`, align: "end", cell: ({ perDay }) => perDay },
  ];
  return (
    <Section title={t`服务商报价`} flush>
      <DataTable
        label={t`服务商报价`}
        rows={offers}
        rowKey={({ id }) => id}
        href={({ supplier }) => `/suppliers/${supplier.id}`}
        columns={columns}
        empty={
          <EmptyState title={t`还没有服务商提供这个项目`}>
            <Trans>启用后，服务商可以在工作台报价。</Trans>
          </EmptyState>
        }
      />
    </Section>
  );
}
