import { formatNumber } from "@kaidan/web-kit/format/numbers";
import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { TicketRowFragment } from "../../gql/graphql";

/** The columns of a list of tickets. */
export function useTicketColumns(): Column<TicketRowFragment>[] {
  const { t } = useLingui();
  return [
    { key: "no", head: t`服务单号`, narrow: "title", cell: ({ no }) => <span className="mono">{no}</span> },
    { key: "item", head: t({ message: "服务项目", context: "one" }), cell: ({ itemName }) => itemName },
    { key: "state", head: t`状态`, cell: ({ state }) => <StatusTag of="TicketState" state={state} /> },
    {
      key: "supplier",
      head: t({ message: "服务商", context: "one" }),
      cell: ({ supplier }) => supplier?.name ?? <span className="muted">—</span>,
    },
    { key: "region", head: t`地区`, cell: ({ region }) => region.name },
    {
      key: "order",
      head: t({ message: "订单", context: "one" }),
      cell: ({ orderId, orderNo }) => (
        <Link to="/orders/$id" params={{ id: orderId }} className="mono">
          {orderNo}
        </Link>
      ),
    },
    {
      key: "quantity",
      head: t`数量`,
      align: "end",
      narrow: "hide",
      cell: ({ quantity, unit }) => `${formatNumber(quantity)} ${unit}`,
    },
    { key: "percent", head: t`进度`, align: "end", cell: ({ percent }) => `${percent}%` },
    {
      key: "created",
      head: t`生成时间`,
      align: "end",
      narrow: "hide",
      cell: ({ createdAt }) => <DateText at={createdAt} as="absolute" />,
    },
  ];
}
