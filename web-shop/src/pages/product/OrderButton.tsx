import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Obstacle } from "../../features/configure/obstacle";
import css from "./ProductPage.module.css";
import type { Configurator } from "./useConfigurator";

type OrderButtonProps = {
  slug: string;
  configurator: Configurator;
  obstacle: Obstacle | undefined;
  /** The visitor wanted to order though something is missing. */
  onObstacle: () => void;
};

/** On to the checkout with everything in the address; with an obstacle it leads to what has to be mended. */
export function OrderButton({ slug, configurator, obstacle, onObstacle }: OrderButtonProps) {
  const { quote, checkoutSearch } = configurator;
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
