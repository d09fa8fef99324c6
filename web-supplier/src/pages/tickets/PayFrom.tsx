import { formatNumber } from "@kaidan/web-kit/format/numbers";
import { Money } from "@kaidan/web-kit/ui/Money";
import { Trans } from "@lingui/react/macro";
import type { TicketSheetFragment } from "../../gql/graphql";
import css from "./PayFrom.module.css";
import { SumLine } from "./SumLine";

type PayFromProps = { pay: string; from: NonNullable<TicketSheetFragment["payFrom"]> };

/** Why this pay: the supplier's own part of the price, and nothing of anybody else's. */
export function PayFrom({ pay, from: { unitCost, quantity, unit, plain, changes } }: PayFromProps) {
  return (
    <details>
      <summary className={css.summary}>
        <Trans>应得是怎么算的</Trans>
      </summary>
      <dl className={css.sum}>
        <SumLine
          label={
            <>
              <Trans>下单时的成本价</Trans>{" "}
              <small className="muted">
                <Money fen={unitCost} /> × {formatNumber(quantity)} {unit}
              </small>
            </>
          }
          fen={plain}
        />
        {changes.map(({ name, effect }) => (
          <SumLine
            key={name}
            label={
              <>
                {name}{" "}
                <small className="muted">
                  <Trans>由您承担</Trans>
                </small>
              </>
            }
            fen={effect}
          />
        ))}
        <SumLine label={<Trans>应得</Trans>} fen={pay} total />
      </dl>
    </details>
  );
}
