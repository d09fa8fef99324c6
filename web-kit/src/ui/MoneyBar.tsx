import { Trans } from "@lingui/react/macro";
import { minusFen, percentOf } from "../format/money";
import { Money } from "./Money";
import css from "./MoneyBar.module.css";

type MoneyBarProps = {
  total: string;
  paid: string;
  due: string;
  /** The order is cancelled or expired: what was not paid never will be. */
  ended?: boolean;
};

/** Paid, due now and later as one bar with the amounts under it. All three in 分. */
export function MoneyBar({ total, paid, due, ended = false }: MoneyBarProps) {
  const later = minusFen(minusFen(total, paid), due);
  return (
    <div>
      <div className={css.bar} aria-hidden>
        <span className={css.paid} style={{ width: `${percentOf(paid, total)}%` }} />
        <span className={css.due} style={{ width: `${percentOf(due, total)}%` }} />
      </div>
      <dl className={css.legend}>
        <div className={css.isPaid}>
          <dt>
            <Trans>已付</Trans>
          </dt>
          <dd>
            <Money fen={paid} />
          </dd>
        </div>
        {!ended && <Owed due={due} later={later} />}
      </dl>
    </div>
  );
}

function Owed({ due, later }: { due: string; later: string }) {
  return (
    <>
      <div className={css.isDue}>
        <dt>
          <Trans>现在应付</Trans>
        </dt>
        <dd>
          <Money fen={due} />
        </dd>
      </div>
      <div className={css.isLater}>
        <dt>
          <Trans>以后应付</Trans>
        </dt>
        <dd>
          <Money fen={later} />
        </dd>
      </div>
    </>
  );
}
