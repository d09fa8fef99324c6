import { Trans, useLingui } from "@lingui/react/macro";
import { ChevronDown } from "lucide-react";
import { formatNumber } from "../format/numbers";
import { Money } from "./Money";
import css from "./PriceBreakdown.module.css";

export type PriceLine = {
  readonly componentId: string | null;
  readonly itemName: string;
  readonly unit: string;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly amount: string;
  readonly explanation: string;
  /** Before rules and coupons; without it the amount is told. */
  readonly listAmount?: string;
  /** Whether the explanation is a formula in the customer's numbers. */
  readonly byFormula?: boolean;
  /** Whether the least its supplier charges counted, and what that is. */
  readonly byMinCharge?: boolean;
  readonly minCharge?: string | null;
  readonly chosenByPlatform?: boolean;
  readonly supplier?: { readonly name: string } | null;
};

/** What a rule or a coupon did to the price. */
export type PriceEffect = {
  readonly name: string;
  readonly effect: string;
  readonly fundedBy: "PLATFORM" | "SUPPLIER";
};

type PriceBreakdownProps = {
  total: string;
  lines: readonly PriceLine[];
  /** Rules and coupons in the order they counted; with the lines they make the total. */
  effects?: readonly PriceEffect[];
  /** The tax that the total contains. */
  tax?: string;
  /** A newer price is on its way: the old one stays readable, dimmed. */
  busy?: boolean;
  defaultOpen?: boolean;
  /** Lines whose amount has just come otherwise than the page had shown: they light up once. */
  corrected?: ReadonlySet<string>;
};

/** Why this price: each item with the customer's own numbers, who does it, and the total. It never adds up by itself. */
export function PriceBreakdown(props: PriceBreakdownProps) {
  const { total, lines, effects = [], tax, busy = false, defaultOpen = true, corrected } = props;
  const { t } = useLingui();
  return (
    <details className={css.box} open={defaultOpen} aria-busy={busy}>
      <summary className={css.summary}>
        <span>
          <Trans>价格是怎么算的</Trans>
        </span>
        <ChevronDown className={css.arrow} size={18} strokeWidth={1.5} aria-hidden />
      </summary>
      <table className={css.table}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t`项目`}</th>
            <th scope="col">{t`金额`}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={line.componentId ?? index} data-corrected={corrected?.has(line.componentId ?? "") || undefined}>
              <th scope="row">
                {line.itemName}
                <small>
                  <LineWords line={line} />
                </small>
              </th>
              <td>
                <Money fen={line.listAmount ?? line.amount} />
              </td>
            </tr>
          ))}
          {effects.map((effect, index) => (
            <EffectRow key={`${index}${effect.name}`} effect={effect} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <Trans>合计</Trans>
              {tax && tax !== "0" && (
                <small>
                  <Trans>
                    含税 <Money fen={tax} />
                  </Trans>
                </small>
              )}
            </th>
            <td>
              <Money fen={total} look="price" />
            </td>
          </tr>
        </tfoot>
      </table>
    </details>
  );
}

/** Zero needs no row: a rule that left the price alone is no news. */
function EffectRow({ effect: { name, effect, fundedBy } }: { effect: PriceEffect }) {
  if (effect === "0") return null;
  const off = effect.startsWith("-");
  return (
    <tr className={off ? css.off : undefined}>
      <th scope="row">
        {name}
        {off && <small>{fundedBy === "SUPPLIER" ? <Trans>由服务商优惠</Trans> : <Trans>由平台优惠</Trans>}</small>}
      </th>
      <td>
        {off ? "" : "+"}
        <Money fen={effect} />
      </td>
    </tr>
  );
}

function LineWords({ line }: { line: PriceLine }) {
  const { t } = useLingui();
  const quantity = formatNumber(line.quantity);
  const who = line.supplier?.name ?? t`平台安排服务商`;
  return (
    <>
      {line.byFormula ? (
        <span className={css.formula}>{line.explanation}</span>
      ) : (
        <>
          {quantity} {line.unit} × <Money fen={line.unitPrice} />
        </>
      )}{" "}
      {line.byMinCharge && line.minCharge && (
        <Trans>
          · 最低收费 <Money fen={line.minCharge} />
        </Trans>
      )}{" "}
      · {who}
      {line.supplier && line.chosenByPlatform && <Trans>（平台推荐）</Trans>}
    </>
  );
}
