import { minusFen, percentOf } from "@kaidan/web-kit/format/money";
import { formatPercent } from "@kaidan/web-kit/format/numbers";
import { Money } from "@kaidan/web-kit/ui/Money";
import css from "./Margin.module.css";

/** What a unit leaves between sale and cost price, and its share of the sale price. Hidden costs leave a dash. */
export function Margin({ cost, sale }: { cost: string | null | undefined; sale: string }) {
  if (cost === null || cost === undefined) return <span className="muted">—</span>;
  return (
    <span className={css.margin}>
      <Money fen={minusFen(sale, cost)} />
      <span className="muted">{formatPercent(percentOf(minusFen(sale, cost), sale))}</span>
    </span>
  );
}

/** A cost price, or a dash for those who may not read it. */
export function Cost({ fen }: { fen: string | null | undefined }) {
  return fen === null || fen === undefined ? <span className="muted">—</span> : <Money fen={fen} />;
}
