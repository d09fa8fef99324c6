import { Money } from "@kaidan/web-kit/ui/Money";
import { PriceBreakdown } from "@kaidan/web-kit/ui/PriceBreakdown";
import { ListSkeleton } from "@kaidan/web-kit/ui/Skeletons";
import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { namedLines } from "../../features/configure/named-lines";
import type { QuotedPrice } from "../../features/configure/usePrice";
import type { ConfigurableFragment, PriceFragment } from "../../gql/graphql";
import css from "./CheckoutPage.module.css";
import { SellersOfPrice } from "./SellersOfPrice";

type CheckoutPriceProps = {
  product: ConfigurableFragment;
  quote: QuotedPrice;
  price: PriceFragment | undefined;
  action: ReactNode;
  /** What may still change the price, such as a coupon. */
  children?: ReactNode;
};

/** What will be owed, before anything is owed. */
export function CheckoutPrice({ product, quote, price, action, children }: CheckoutPriceProps) {
  const { i18n } = useLingui();
  return (
    <section className={`card ${css.price}`}>
      <div className={css.deskTotal}>
        <TotalNow quote={quote} price={price} />
        {action}
      </div>
      {price && (
        <PriceBreakdown
          total={price.total}
          lines={namedLines(product, price, i18n.locale)}
          effects={[...price.rules, ...price.coupons]}
          tax={price.tax}
        />
      )}
      {price && <SellersOfPrice product={product} price={price} />}
      {children}
      {!price && quote.busy && <ListSkeleton rows={2} />}

      {!price && quote.failed && (
        <Button variant="default" onClick={quote.retry}>
          <Trans>重新计算价格</Trans>
        </Button>
      )}
    </section>
  );
}

/** The total of the price on the screen. */
export function TotalNow({ quote, price }: { quote: QuotedPrice; price: PriceFragment | undefined }) {
  return (
    <p className={css.total} aria-live="polite" aria-busy={quote.busy}>
      <span className="muted small">
        <Trans>合计</Trans>
      </span>
      {price ? <Money fen={price.total} look="hero" /> : <span className="muted">—</span>}
    </p>
  );
}

type SubmitButtonProps = { ready: boolean; busy: boolean; signedIn: boolean };

/** Places the order; a visitor is asked to sign in first. Ready once there is a price and nothing is missing. */
export function SubmitButton({ ready, busy, signedIn }: SubmitButtonProps) {
  return (
    <Button type="submit" size="md" loading={busy} disabled={!ready}>
      {signedIn ? <Trans>提交订单</Trans> : <Trans>登录并提交订单</Trans>}
    </Button>
  );
}
