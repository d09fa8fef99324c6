import { type Column, DataTable } from "@kaidan/web-kit/ui/DataTable";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { Money } from "@kaidan/web-kit/ui/Money";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Section } from "../../features/console/Section";
import { Cost, Margin } from "../../features/prices/Margin";
import type { SupplierDetailsFragment } from "../../gql/graphql";

type Service = SupplierDetailsFragment["services"][number];

/** Every item it does: ability, prices, what the platform keeps, and proposals that wait. */
export function SupplierServices({ services }: { services: readonly Service[] }) {
  const { t } = useLingui();
  const waiting = services.filter(({ state }) => state === "PROPOSED").length;
  return (
    <Section
      title={t`服务矩阵`}
      flush
      aside={
        waiting > 0 && (
          <Link to="/supplier-services/changes">
            <Trans>{waiting} 项报价待审核</Trans>
          </Link>
        )
      }
    >
      <DataTable
        label={t`服务矩阵`}
        rows={services.filter(({ state }) => state !== "SUPERSEDED")}
        rowKey={({ id }) => id}
        columns={useServiceColumns()}
        empty={<EmptyState title={t`还没有服务`} />}
      />
    </Section>
  );
}

function useServiceColumns(): Column<Service>[] {
  const { t } = useLingui();
  return [
    {
      key: "item",
      head: t({ message: "服务项目", context: "one" }),
      narrow: "title",
      cell: ({ item }) => (
        <Link to="/items/$id" params={{ id: item.id }}>
          {item.name} / {item.unit}
        </Link>
      ),
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
    { key: "revision", head: t`版次`, align: "end", narrow: "hide", cell: ({ revision }) => revision },
    { key: "notes", head: t`说明`, cell: ({ reason, notes, state }) => (state === "REJECTED" ? reason : notes) ?? "" },
  ];
}
