import { Money } from "@kaidan/web-kit/ui/Money";
import { DepositNote } from "@kaidan/web-kit/ui/PaymentPlan";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { natureWords } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui } from "@lingui/react";
import type { WholeOrder } from "../../features/order/useLiveOrder";
import type { OrderPaymentFragment } from "../../gql/graphql";
import css from "./PayPage.module.css";

type InstalmentProps = {
  order: WholeOrder;
  instalment: WholeOrder["instalments"][number];
  payment: OrderPaymentFragment | undefined;
};

/** What is being paid: how much, which instalment, of which order. */
export function Instalment({ order, instalment, payment }: InstalmentProps) {
  const { i18n } = useLingui();
  const paid = instalment.state === "PAID";
  const name = i18n.locale === "en" ? instalment.nameEn : instalment.name;
  const nature = i18n._(natureWords[instalment.nature]);
  const open = payment?.amount ?? instalment.payable;
  return (
    <section className={css.instalment}>
      <div className={css.amount}>
        <Money fen={paid ? instalment.amount : open} look="hero" />
        <StatusTag of="InstalmentState" state={instalment.state} />
      </div>
      <p>
        <strong>{name}</strong>
        {nature !== name && <span className="muted"> · {nature}</span>}
      </p>
      {instalment.nature === "DEPOSIT" && !paid && (
        <p className="muted small">
          <DepositNote />
        </p>
      )}
      <p className="muted small">
        {order.productTitle} · <span className="mono">{order.no}</span>
      </p>
    </section>
  );
}
