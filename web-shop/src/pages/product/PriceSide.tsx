import { Money } from "@kaidan/web-kit/ui/Money";
import { PriceBreakdown } from "@kaidan/web-kit/ui/PriceBreakdown";
import { ListSkeleton } from "@kaidan/web-kit/ui/Skeletons";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { namedLines } from "../../features/configure/named-lines";
import type { ShownPrice } from "../../features/configure/useEstimate";
import type { QuotedPrice } from "../../features/configure/usePrice";
import type { ConfigurableFragment } from "../../gql/graphql";
import css from "./ProductPage.module.css";

type PriceSideProps = {
  product: ConfigurableFragment;
  quote: ShownPrice;
  /** Why there is no price, when there is none. */
  reason: string | undefined;
  /** The button of a wide screen; a phone has it in its bar. */
  action: ReactNode;
};

/** What it costs and why. */
export function PriceSide({ product, quote, reason, action }: PriceSideProps) {
  const { i18n } = useLingui();
  const { price, busy, estimated, corrected } = quote;
  return (
    <section className="card" aria-labelledby="price">
      <h2 id="price" className="visually-hidden">
        <Trans>价格</Trans>
      </h2>
      <div className={css.deskPrice}>
        <PriceNow quote={quote} />
        {reason && <Reason words={reason} quote={quote} />}
        {action}
      </div>
      {price && (
        <PriceBreakdown
          total={price.total}
          lines={namedLines(product, price, i18n.locale)}
          effects={price.rules}
          tax={price.tax}
          busy={busy && !estimated}
          corrected={corrected}
          defaultOpen
        />
      )}
      {!price && busy && <ListSkeleton rows={2} />}
      {!price && !busy && <p className="muted">{reason}</p>}
    </section>
  );
}

/**
 * The total now; while a newer one is asked an estimate stands there, or the old one, dimmed. Screen readers are told
 * the new one.
 */
export function PriceNow({ quote: { price, busy, estimated } }: { quote: QuotedPrice & { estimated?: boolean } }) {
  return (
    <p className={css.priceNow} aria-live="polite" aria-busy={busy}>
      <span className="muted small">{estimated ? <Trans>预估合计</Trans> : <Trans>合计</Trans>}</span>
      {price ? <Money fen={price.total} look="hero" /> : <span className={css.noPrice}>—</span>}
      {busy && <span className={css.spinner} aria-hidden />}
    </p>
  );
}

/** Why it can't be ordered yet; when the server was away, with a way to ask again. */
export function Reason({ words, quote }: { words: string; quote: QuotedPrice }) {
  return (
    <output className={css.reason}>
      {words}
      {quote.failed && (
        <button type="button" className={css.retry} onClick={quote.retry}>
          <Trans>重试</Trans>
        </button>
      )}
    </output>
  );
}
