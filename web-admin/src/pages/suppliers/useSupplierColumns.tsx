import { formatRating } from "@kaidan/web-kit/format/numbers";
import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { useLingui } from "@lingui/react/macro";
import { Names } from "../../features/console/Names";
import type { SuppliersPageQuery } from "../../gql/graphql";

type Supplier = SuppliersPageQuery["staffSuppliers"]["edges"][number]["node"];

/** The list of suppliers: who, where, how good, how busy. */
export function useSupplierColumns(): Column<Supplier>[] {
  const { t } = useLingui();
  return [
    { key: "name", head: t({ message: "服务商", context: "one" }), narrow: "title", cell: ({ name }) => name },
    { key: "code", head: t`编号`, cell: ({ code }) => <span className="mono">{code}</span> },
    { key: "state", head: t`状态`, cell: ({ state }) => <StatusTag of="SupplierState" state={state} /> },
    { key: "contact", head: t`联系人`, cell: ({ contactName, contactPhone }) => `${contactName} ${contactPhone}` },
    { key: "regions", head: t`服务区域`, cell: ({ regions }) => <Names of={regions} /> },
    {
      key: "services",
      head: t`生效服务`,
      align: "end",
      cell: ({ services }) => services.filter(({ state }) => state === "EFFECTIVE").length,
    },
    {
      key: "rating",
      head: t`评分`,
      align: "end",
      cell: ({ rating }) => (rating.overall === null ? "—" : `${formatRating(rating.overall)} (${rating.count})`),
    },
    { key: "open", head: t`进行中`, align: "end", cell: ({ openTicketCount }) => openTicketCount },
    { key: "completed", head: t`已完成`, align: "end", cell: ({ completedCount }) => completedCount },
    {
      key: "createdAt",
      head: t`加入时间`,
      narrow: "hide",
      cell: ({ createdAt }) => <DateText at={createdAt} as="absolute" />,
    },
  ];
}
