import { CategoryArt } from "@kaidan/web-kit/ui/CategoryArt";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Money } from "@kaidan/web-kit/ui/Money";
import { ThreeAxes } from "@kaidan/web-kit/ui/ThreeAxes";
import { actorWords, nextStepWords } from "@kaidan/web-kit/vocabulary/step-words";
import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { OrderCardFragment } from "../../gql/graphql";
import css from "./OrderCard.module.css";
import { PrimaryActionLink } from "./PrimaryActionLink";

/** One order in a list: what, how it stands on its three axes, who acts next, and the deed when it is yours. */
export function OrderCard({ order }: { order: OrderCardFragment }) {
  return (
    <article className={css.card} aria-label={order.productTitle}>
      <span className={css.art}>
        <CategoryArt name={order.picture} size={56} />
      </span>
      <div className={css.head}>
        <h2 className={css.title}>
          <Link to="/o/$orderId" params={{ orderId: order.id }} className={css.link}>
            {order.productTitle}
          </Link>
        </h2>
        <p className={css.facts}>
          <span className="mono">{order.no}</span>
          <DateText at={order.placedAt} />
        </p>
      </div>
      <div className={css.axes}>
        <ThreeAxes order={order} />
      </div>
      <footer className={css.foot}>
        <NextStepLine order={order} />
        <span className={css.money}>
          <span className="muted small">
            <Trans>合计</Trans>
          </span>
          <Money fen={order.total} />
        </span>
        <span className={css.action}>
          <PrimaryActionLink order={order} />
        </span>
      </footer>
    </article>
  );
}

function NextStepLine({ order }: { order: OrderCardFragment }) {
  const { i18n } = useLingui();
  const step = nextStepWords[order.nextStep.code];
  if (!step) return <span className={css.step} />;
  return (
    <span className={css.step} data-actor={order.nextStep.actor}>
      <strong>{i18n._(step.title)}</strong>
      <span className="muted small">{i18n._(actorWords[order.nextStep.actor])}</span>
    </span>
  );
}
