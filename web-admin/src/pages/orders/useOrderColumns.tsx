import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Money } from "@kaidan/web-kit/ui/Money";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { useLingui } from "@lingui/react/macro";
import type { StaffOrderRowFragment } from "../../gql/graphql";
import { DeliveryMeter } from "./DeliveryMeter";

/** The columns of a list of orders: who and what, the three axes, the three amounts, when. */
export function useOrderColumns(): Column<StaffOrderRowFragment>[] {
  const { t } = useLingui();
  return [
    { key: "no", head: t`单号`, narrow: "title", cell: ({ no }) => <span className="mono">{no}</span> },
    { key: "customer", head: t`客户`, cell: ({ customer }) => customer.displayName },
    { key: "product", head: t({ message: "商品", context: "one" }), cell: ({ productTitle }) => productTitle },
    {
      key: "state",
      head: t({ message: "订单", context: "one" }),
      cell: ({ state }) => <StatusTag of="OrderState" state={state} />,
    },
    { key: "money", head: t`款项`, cell: ({ moneyState }) => <StatusTag of="MoneyState" state={moneyState} /> },
    { key: "delivery", head: t`交付`, cell: ({ delivery }) => <DeliveryMeter delivery={delivery} /> },
    { key: "total", head: t`总价`, align: "end", cell: ({ total }) => <Money fen={total} /> },
    { key: "paid", head: t`已付`, align: "end", narrow: "hide", cell: ({ paid }) => <Money fen={paid} look="muted" /> },
    {
      key: "due",
      head: t`应付`,
      align: "end",
      cell: ({ due }) => <Money fen={due} look={due === "0" ? "muted" : "price"} />,
    },
    {
      key: "placed",
      head: t`下单时间`,
      align: "end",
      cell: ({ placedAt }) => <DateText at={placedAt} as="absolute" />,
    },
  ];
}
