import { Money } from "@kaidan/web-kit/ui/Money";
import { ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { PriceRuleEffectQuery } from "../../gql/graphql";
import css from "./Pricing.module.css";

type Effect = NonNullable<PriceRuleEffectQuery["simulatePriceRule"]>;

/** The effect of a change on orders of the past: the sums, and the newest orders that would differ. */
export function SimulatedOrders({ effect }: { effect: Effect }) {
  const { t } = useLingui();
  const { count, changed, difference, belowFloor } = effect;
  const moved = effect.orders.filter(({ before, after }) => before !== after).slice(0, 8);
  if (count === 0) return <p className="small muted">{t`还没有可以重算的订单。`}</p>;
  return (
    <>
      <p className="small">
        <Trans>
          共 {count} 个订单，{changed} 个金额不同，合计相差 <Money fen={difference} />。
        </Trans>{" "}
        {belowFloor > 0 && (
          <ToneTag tone="warn">
            <Trans>{belowFloor} 个低于毛利底线</Trans>
          </ToneTag>
        )}
      </p>
      {moved.length > 0 && (
        <table className={css.effect}>
          <thead>
            <tr>
              <th scope="col">{t`订单`}</th>
              <th scope="col">{t`原金额`}</th>
              <th scope="col">{t`新金额`}</th>
            </tr>
          </thead>
          <tbody>
            {moved.map(({ orderId, orderNo, before, after }) => (
              <tr key={orderId}>
                <th scope="row">
                  <Link to="/orders/$id" params={{ id: orderId }}>
                    {orderNo}
                  </Link>
                </th>
                <td>
                  <Money fen={before} />
                </td>
                <td>{after === null ? "—" : <Money fen={after} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
