import { formatNumber } from "@kaidan/web-kit/format/numbers";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Money } from "@kaidan/web-kit/ui/Money";
import { Trans, useLingui } from "@lingui/react/macro";
import type { TicketSheetFragment } from "../../gql/graphql";
import { OwnSale } from "./OwnSale";
import { PayFrom } from "./PayFrom";

/** The scope as it was ordered, what it pays, and when things happened. */
export function JobCard({ ticket }: { ticket: TicketSheetFragment }) {
  const { t } = useLingui();
  const { inputs, reworkCount } = ticket;
  return (
    <section className="card stack" aria-labelledby="job">
      <h2 id="job">
        <Trans>服务内容</Trans>
      </h2>
      <Facts
        items={[
          { label: t`应得`, value: <Money fen={ticket.ownSale?.receives ?? ticket.pay} look="price" /> },
          { label: t`数量`, value: `${formatNumber(ticket.quantity)} ${ticket.unit}` },
          { label: t`客户希望的日期`, value: ticket.serviceOn && <DateText at={ticket.serviceOn} as="day" /> },
          ...inputs.map(({ label, value, unit }) => ({ label, value: unit ? `${value} ${unit}` : value })),
          { label: t`客户备注`, value: ticket.note, wide: true },
          { label: t`订单号`, value: <span className="mono">{ticket.orderNo}</span> },
          { label: t`接单时间`, value: ticket.assignedAt && <DateText at={ticket.assignedAt} /> },
          { label: t`申请验收时间`, value: ticket.deliveredAt && <DateText at={ticket.deliveredAt} /> },
          { label: t`返工`, value: reworkCount > 0 ? t`${reworkCount} 次` : null },
        ]}
      />
      {ticket.ownSale && <OwnSale sale={ticket.ownSale} />}
      {!ticket.ownSale && ticket.payFrom && <PayFrom pay={ticket.pay} from={ticket.payFrom} />}
    </section>
  );
}
