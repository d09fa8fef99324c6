import { formatNumber } from "@kaidan/web-kit/format/numbers";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Money } from "@kaidan/web-kit/ui/Money";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { TicketRowFragment } from "../../gql/graphql";

type TicketFactsProps = { ticket: TicketRowFragment & { costAmount?: string | null; acceptBy?: string | null } };

/** What the work is, where, for which order, and who is named for it. */
export function TicketFacts({ ticket }: TicketFactsProps) {
  const { t } = useLingui();
  return (
    <Facts
      items={[
        { label: t`数量`, value: `${formatNumber(ticket.quantity)} ${ticket.unit}` },
        { label: t`地区`, value: ticket.region.name },
        { label: t`阶段`, value: ticket.stage },
        { label: t({ message: "服务商", context: "one" }), value: ticket.supplier?.name },
        { label: t`下单指定`, value: ticket.chosenSupplier?.name },
        { label: t`成本`, value: ticket.costAmount && <Money fen={ticket.costAmount} /> },
        {
          label: t({ message: "订单", context: "one" }),
          value: (
            <Link to="/orders/$id" params={{ id: ticket.orderId }} className="mono">
              {ticket.orderNo}
            </Link>
          ),
        },
        { label: t`生成时间`, value: <DateText at={ticket.createdAt} as="absolute" /> },
        { label: t`交付时间`, value: ticket.deliveredAt && <DateText at={ticket.deliveredAt} as="absolute" /> },
        { label: t`自动验收时间`, value: ticket.acceptBy && <DateText at={ticket.acceptBy} as="absolute" /> },
      ]}
    />
  );
}
