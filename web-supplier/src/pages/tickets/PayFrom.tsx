import { formatNumber } from "@kaidan/web-kit/format/numbers";
import { Money } from "@kaidan/web-kit/ui/Money";
import { Trans } from "@lingui/react/macro";
import type { TicketSheetFragment } from "../../gql/graphql";
import css from "./PayFrom.module.css";

type PayFromProps = { pay: string; from: NonNullable<TicketSheetFragment["payFrom"]> };

/** Why this pay: the supplier's own part of the price, and nothing of anybody else's. */
export function PayFrom({ pay, from: { unitCost, quantity, unit, plain, changes } }: PayFromProps) {
  return (
    <details>
      <summary className={css.summary}>
        <Trans>应得是怎么算的</Trans>
      </summary>
      <dl className={css.sum}>
        <div>
          <dt>
            <Trans>下单时的成本价</Trans>{" "}
            <small className="muted">
              <Money fen={unitCost} /> × {formatNumber(quantity)} {unit}
            </small>
          </dt>
          <dd>
            <Money fen={plain} />
          </dd>
        </div>
        {changes.map(({ name, effect }) => (
          <div key={name}>
            <dt>
              {name}{" "}
              <small className="muted">
                <Trans>由您承担</Trans>
              </small>
            </dt>
            <dd>
              <Money fen={effect} />
            </dd>
          </div>
        ))}
        <div className={css.total}>
          <dt>
            <Trans>应得</Trans>
          </dt>
          <dd>
            <Money fen={pay} />
          </dd>
        </div>
      </dl>
    </details>
  );
}
