import { ButtonLink } from "@kaidan/web-kit/ui/ButtonLink";
import { Trans } from "@lingui/react/macro";
import { CircleCheck, Info } from "lucide-react";
import type { WholeOrder } from "../../features/order/useLiveOrder";
import css from "./PayPage.module.css";

type SettledProps = { order: WholeOrder; instalment: WholeOrder["instalments"][number] };

/** Nothing to pay here: it is paid, not yet due, or no longer wanted. */
export function Settled({ order, instalment }: SettledProps) {
  const paid = instalment.state === "PAID";
  const Icon = paid ? CircleCheck : Info;
  return (
    <section className={`card ${css.settled}`} aria-live="polite" data-paid={paid || undefined}>
      <Icon size={40} strokeWidth={1.25} aria-hidden />
      <h2>
        <SettledWords state={instalment.state} />
      </h2>
      <ButtonLink to="/o/$orderId" params={{ orderId: order.id }}>
        <Trans>查看订单进度</Trans>
      </ButtonLink>
    </section>
  );
}

function SettledWords({ state }: { state: SettledProps["instalment"]["state"] }) {
  if (state === "PAID") return <Trans>本期款项已付清</Trans>;
  if (state === "PLANNED") return <Trans>本期款项还没有到付款的时候</Trans>;
  return <Trans>本期款项不需要支付了</Trans>;
}
