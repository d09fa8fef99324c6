import { CategoryArt } from "@kaidan/web-kit/ui/CategoryArt";
import { CopyText } from "@kaidan/web-kit/ui/CopyText";
import { LiveBadge } from "@kaidan/web-kit/ui/LiveBadge";
import { ThreeAxes } from "@kaidan/web-kit/ui/ThreeAxes";
import { ProgressLine } from "@kaidan/web-kit/ui/TicketCard";
import { actorWords, nextStepWords } from "@kaidan/web-kit/vocabulary/step-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Hourglass, UserRoundCheck } from "lucide-react";
import { PrimaryActionLink } from "../../features/order/PrimaryActionLink";
import type { WholeOrder } from "../../features/order/useLiveOrder";
import css from "./OrderHero.module.css";
import { PaymentTrouble } from "./PaymentTrouble";

/** What is now, what comes next and who does it, with the one deed when it is the customer's. */
export function OrderHero({ order }: { order: WholeOrder }) {
  const { t } = useLingui();
  const { pendingReportCount, delivery } = order;
  return (
    <section className={css.hero} data-actor={order.nextStep.actor}>
      <header className={css.head}>
        <CategoryArt name={order.picture} size={56} />
        <div className={css.title}>
          <h1>{order.productTitle}</h1>
          <CopyText text={order.no} label={t`订单号`} />
        </div>
        <LiveBadge />
      </header>
      <ThreeAxes order={order} />
      <NextStep order={order} />
      <PaymentTrouble order={order} />
      {delivery.total > 0 && (
        <div className={css.delivery}>
          <span className="small muted">
            <Trans>服务进度</Trans>
          </span>
          <ProgressLine percent={delivery.percent} />
        </div>
      )}
      {pendingReportCount > 0 && (
        <output className={css.pending}>
          <Hourglass size={16} strokeWidth={1.75} aria-hidden />
          <Trans>有 {pendingReportCount} 条新进度待审核</Trans>
        </output>
      )}
    </section>
  );
}

function NextStep({ order }: { order: WholeOrder }) {
  const { i18n } = useI18n();
  const { actor, code } = order.nextStep;
  const words = nextStepWords[code];
  return (
    <div className={css.step}>
      <div>
        <p className={css.actor}>
          <UserRoundCheck size={16} strokeWidth={1.75} aria-hidden />
          {i18n._(actorWords[actor])}
        </p>
        {words && (
          <>
            <h2 className={css.now}>{i18n._(words.title)}</h2>
            <p className="muted">{i18n._(words.sentence)}</p>
          </>
        )}
      </div>
      <PrimaryActionLink order={order} size="md" />
    </div>
  );
}
