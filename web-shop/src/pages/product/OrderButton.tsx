import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Obstacle } from "../../features/configure/obstacle";
import type { ConfigurableFragment } from "../../gql/graphql";
import { InquireLink } from "./InquireLink";
import css from "./ProductPage.module.css";
import type { Configurator } from "./useConfigurator";

type OrderButtonProps = {
  product: ConfigurableFragment;
  slug: string;
  configurator: Configurator;
  obstacle: Obstacle | undefined;
  /** The visitor wanted to order though something is missing. */
  onObstacle: () => void;
};

/**
 * On to the checkout, or to asking for a price or for bids where there is none at once, with everything in the address;
 * an obstacle leads to what has to be mended.
 */
export function OrderButton({ product, slug, configurator, obstacle, onObstacle }: OrderButtonProps) {
  const { quote, checkoutSearch } = configurator;
  // What has no price at once is asked for: the answers and choices made here come along.
  if (product.saleMode === "BIDDING")
    return <InquireLink slug={slug} search={checkoutSearch} primary={product.saleMode} />;
  const asked = product.saleMode === "QUOTE_ONLY";
  if (obstacle || !(asked || quote.price)) {
    return (
      <button type="button" className={css.order} aria-disabled="true" onClick={onObstacle}>
        {asked ? <Trans>获取报价</Trans> : <Trans>立即下单</Trans>}
      </button>
    );
  }
  if (asked) {
    return (
      <Link to="/quotes/new" search={{ ...checkoutSearch, product: slug }} className={css.order} preload="intent">
        <Trans>获取报价</Trans>
      </Link>
    );
  }
  return (
    <Link to="/checkout" search={{ ...checkoutSearch, product: slug }} className={css.order} preload="intent">
      <Trans>立即下单</Trans>
    </Link>
  );
}
