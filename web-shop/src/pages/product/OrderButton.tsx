import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { hasPrice } from "../../features/configure/configuration";
import type { ConfigurationSearch } from "../../features/configure/configuration-search";
import type { Obstacle } from "../../features/configure/obstacle";
import type { ConfigurableFragment } from "../../gql/graphql";
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

/** On to the checkout with everything in the address; with an obstacle it leads to what has to be mended. */
export function OrderButton({ product, slug, configurator, obstacle, onObstacle }: OrderButtonProps) {
  const { quote, checkoutSearch } = configurator;
  if (!hasPrice(product)) return <AskLink product={product} search={checkoutSearch} slug={slug} />;
  if (obstacle || !quote.price) {
    return (
      <button type="button" className={css.order} aria-disabled="true" onClick={onObstacle}>
        <Trans>立即下单</Trans>
      </button>
    );
  }
  return (
    <Link to="/checkout" search={{ ...checkoutSearch, product: slug }} className={css.order} preload="intent">
      <Trans>立即下单</Trans>
    </Link>
  );
}

type AskLinkProps = { product: ConfigurableFragment; slug: string; search: ConfigurationSearch };

/** What has no price at once is asked for: the answers and choices made here come along. */
function AskLink({ product, slug, search }: AskLinkProps) {
  const told = Object.entries(search).filter(
    ([key]) => key === "region" || key.startsWith("i.") || key.startsWith("c."),
  );
  return (
    <Link
      to="/inquiries/new"
      search={{ ...Object.fromEntries(told), way: "product", product: slug }}
      className={css.order}
      preload="intent"
    >
      {product.saleMode === "BIDDING" ? <Trans>发起竞价</Trans> : <Trans>立即询价</Trans>}
    </Link>
  );
}
