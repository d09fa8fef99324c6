import { useQuery } from "@apollo/client/react";
import { CategoryArt } from "@kaidan/web-kit/ui/CategoryArt";
import { nextStepWords } from "@kaidan/web-kit/vocabulary/step-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { PrimaryActionLink } from "../../features/order/PrimaryActionLink";
import { OrdersInHandDocument } from "../../gql/graphql";
import css from "./ContinueCard.module.css";

/** The newest order that waits for its customer, with its deed; nothing while there is none. */
export function ContinueCard() {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { data } = useQuery(OrdersInHandDocument, { fetchPolicy: "cache-and-network" });
  const waiting = data?.myOrders.edges.map(({ node }) => node).filter((order) => order.nextStep.actor === "CUSTOMER");
  const [order] = waiting ?? [];
  if (!order || !waiting) return null;
  const step = nextStepWords[order.nextStep.code];
  const others = waiting.length - 1;
  return (
    <section className={css.card} aria-label={t`等您处理`}>
      <CategoryArt name={order.picture} size={52} />
      <div className={css.words}>
        <p className={css.step}>{step && i18n._(step.title)}</p>
        <p className={css.title}>
          <Link to="/o/$orderId" params={{ orderId: order.id }} className={css.link}>
            {order.productTitle}
          </Link>
          {others > 0 && (
            <Link to="/orders" className={css.more}>
              <Trans>另有 {others} 张订单等您处理</Trans>
            </Link>
          )}
        </p>
      </div>
      <span className={css.action}>
        <PrimaryActionLink order={order} />
      </span>
    </section>
  );
}
