import { Trans, useLingui } from "@lingui/react/macro";
import { ChevronDown } from "lucide-react";
import { formatNumber } from "../format/numbers";
import { Money } from "./Money";
import css from "./PriceBreakdown.module.css";

export type PriceLine = {
  readonly componentId: string;
  readonly itemName: string;
  readonly unit: string;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly amount: string;
  readonly explanation: string;
  readonly chosenByPlatform: boolean;
  readonly supplier?: { readonly name: string } | null;
};

type PriceBreakdownProps = {
  total: string;
  lines: readonly PriceLine[];
  /** A newer price is on its way: the old one stays readable, dimmed. */
  busy?: boolean;
  defaultOpen?: boolean;
  /** Lines whose amount has just come otherwise than the page had shown: they light up once. */
  corrected?: ReadonlySet<string>;
};

/** Why this price: each item with the customer's own numbers, who does it, and the total. It never adds up by itself. */
export function PriceBreakdown({ total, lines, busy = false, defaultOpen = true, corrected }: PriceBreakdownProps) {
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
          {lines.map((line) => (
            <tr key={line.componentId} data-corrected={corrected?.has(line.componentId) || undefined}>
              <th scope="row">
                {line.itemName}
                <small>
                  <LineWords line={line} />
                </small>
              </th>
              <td>
                <Money fen={line.amount} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <Trans>合计</Trans>
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

function LineWords({ line }: { line: PriceLine }) {
  const { t } = useLingui();
  const quantity = formatNumber(line.quantity);
  const who = line.supplier?.name ?? t`平台安排服务商`;
  return (
    <>
      {quantity} {line.unit} × <Money fen={line.unitPrice} /> · {who}
      {line.supplier && line.chosenByPlatform && <Trans>（平台推荐）</Trans>}
    </>
  );
}
