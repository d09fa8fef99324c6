import { CopyText } from "@kaidan/web-kit/ui/CopyText";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Money } from "@kaidan/web-kit/ui/Money";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { PaymentFactsFragment } from "../../gql/graphql";
import css from "./PaymentPanel.module.css";

/** What the slip has to agree with. */
export function PaymentFacts({ payment }: { payment: PaymentFactsFragment }) {
  const { t } = useLingui();
  return (
    <>
      <div>
        <div className="muted small">{t`应到金额`}</div>
        <div className={css.amount}>
          <Money fen={payment.amount} />
        </div>
      </div>
      <Facts
        items={[
          { label: t`转账附言`, value: <CopyText text={payment.reference} label={t`转账附言`} /> },
          { label: t`客户`, value: payment.customerName },
          { label: t`分期`, value: payment.instalmentName },
          {
            label: t({ message: "订单", context: "one" }),
            value: (
              <Link to="/orders/$id" params={{ id: payment.orderId }} className="mono">
                {payment.orderNo}
              </Link>
            ),
          },
          { label: t`付款号`, value: <span className="mono">{payment.no}</span> },
          { label: t`发起时间`, value: <DateText at={payment.createdAt} as="absolute" /> },
        ]}
      />
    </>
  );
}
