import { ButtonLink } from "@kaidan/web-kit/ui/ButtonLink";
import { Money } from "@kaidan/web-kit/ui/Money";
import { MoneyBar } from "@kaidan/web-kit/ui/MoneyBar";
import { PaymentPlan } from "@kaidan/web-kit/ui/PaymentPlan";
import { hasEnded } from "@kaidan/web-kit/ui/ThreeAxes";
import { WorkPaused } from "@kaidan/web-kit/ui/WorkPaused";
import { Trans } from "@lingui/react/macro";
import { ShieldCheck } from "lucide-react";
import type { WholeOrder } from "../../features/order/useLiveOrder";
import { Collected } from "./Collected";
import css from "./OrderMoney.module.css";

/** The order's money: total, paid, due and later, and the plan with the button of the one instalment that is now. */
export function OrderMoney({ order }: { order: WholeOrder }) {
  return (
    <section className={`card ${css.money}`} aria-labelledby="money">
      <header className={css.head}>
        <h2 id="money">
          <Trans>付款</Trans>
        </h2>
        <span>
          <span className="muted small">
            <Trans>合计</Trans>{" "}
          </span>
          <strong>
            <Money fen={order.total} />
          </strong>
        </span>
      </header>
      <MoneyBar total={order.total} paid={order.paid} due={order.due} ended={hasEnded(order.state)} />
      <WorkPaused paused={order.workPaused} />
      <Collected order={order} />
      <PaymentPlan instalments={order.instalments} action={payLinkOf(order)} early={earlyLinkOf(order)} />
      {order.paid !== "0" && (
        <ButtonLink to="/o/$orderId/refund" params={{ orderId: order.id }} look="outline" size="xs">
          <Trans>退款</Trans>
        </ButtonLink>
      )}
      <p className={css.trust}>
        <ShieldCheck size={16} strokeWidth={1.75} aria-hidden />
        <span>
          <Trans>付给平台的钱由平台代管，验收后付给服务商</Trans>
        </span>
      </p>
    </section>
  );
}

/** The link of the instalment that is payable now; none while the order takes no money. */
function payLinkOf(order: WholeOrder) {
  if (!order.availableActions.includes("PAY")) return undefined;
  return (instalment: WholeOrder["instalments"][number]) => (
    <ButtonLink
      to="/o/$orderId/pay/$instalmentId"
      params={{ orderId: order.id, instalmentId: instalment.id }}
      look="outline"
      size="xs"
    >
      <PayWords waiting={instalment.payments.some(({ state }) => state === "SLIP_UPLOADED")} />
    </ButtonLink>
  );
}

/** Who likes may pay the next instalment before it is asked for, where people may; never before work has begun. */
function earlyLinkOf(order: WholeOrder) {
  if (hasEnded(order.state) || order.state === "CONFIRMED" || order.state === "SUBMITTED") return undefined;
  return (instalment: WholeOrder["instalments"][number]) =>
    instalment.payable !== "0" && (
      <ButtonLink
        to="/o/$orderId/pay/$instalmentId"
        params={{ orderId: order.id, instalmentId: instalment.id }}
        look="outline"
        size="xs"
      >
        <Trans>提前支付</Trans>
      </ButtonLink>
    );
}

function PayWords({ waiting }: { waiting: boolean }) {
  return waiting ? <Trans>查看转账进度</Trans> : <Trans>支付本期</Trans>;
}
