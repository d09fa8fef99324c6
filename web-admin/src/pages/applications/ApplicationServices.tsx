import { type Column, DataTable } from "@kaidan/web-kit/ui/DataTable";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { Money } from "@kaidan/web-kit/ui/Money";
import { useLingui } from "@lingui/react/macro";
import { Section } from "../../features/console/Section";
import { Cost, Margin } from "../../features/prices/Margin";
import type { ApplicationFragment } from "../../gql/graphql";

type Service = ApplicationFragment["services"][number];

/** What the applicant offers, per unit, with what the platform would keep. */
export function ApplicationServices({ services }: { services: readonly Service[] }) {
  const { t } = useLingui();
  const columns: Column<Service>[] = [
    {
      key: "item",
      head: t({ message: "服务项目", context: "one" }),
      narrow: "title",
      cell: ({ item }) => `${item.name} / ${item.unit}`,
    },
    { key: "cost", head: t`成本价`, align: "end", cell: ({ costPrice }) => <Cost fen={costPrice} /> },
    { key: "sale", head: t`销售价`, align: "end", cell: ({ salePrice }) => <Money fen={salePrice} /> },
    {
      key: "margin",
      head: t`毛利`,
      align: "end",
      cell: ({ costPrice, salePrice }) => <Margin cost={costPrice} sale={salePrice} />,
    },
    { key: "level", head: t`能力等级`, align: "end", cell: ({ level }) => level },
    { key: "perDay", head: t`每日接单`, align: "end", cell: ({ perDay }) => perDay },
    { key: "notes", head: t`说明`, cell: ({ notes }) => notes ?? "" },
  ];
  return (
    <Section title={t`服务与报价`} flush>
      <DataTable
        label={t`服务与报价`}
        rows={services}
        rowKey={({ item }) => item.id}
        columns={columns}
        empty={<EmptyState title={t`没有填写服务项目`} />}
      />
    </Section>
  );
}
