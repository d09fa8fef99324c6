import { Money } from "@kaidan/web-kit/ui/Money";
import { Rating } from "@kaidan/web-kit/ui/Rating";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ProductCardFragment } from "../../gql/graphql";
import css from "./ProductCard.module.css";
import { ProductPicture } from "./ProductPicture";

type ProductCardProps = {
  product: ProductCardFragment;
  /** The city the visitor looks for; the product page then prices for it. */
  region: string | undefined;
  eager?: boolean;
};

/** One product on a shelf: picture, title, what it costs at least, who has tried it. */
export function ProductCard({ product, region, eager = false }: ProductCardProps) {
  const { i18n } = useLingui();
  const { supplierCount, soldCount } = product;
  return (
    <article className={css.card}>
      <ProductPicture product={product} eager={eager} />
      <div className={css.body}>
        <h3 className={css.title}>
          <Link to="/p/$slug" params={{ slug: product.slug }} search={{ region }} className={css.link}>
            {i18n.locale === "en" ? product.titleEn : product.title}
          </Link>
        </h3>
        <p className={css.summary}>{product.summary}</p>
        <p className={css.facts}>
          <Rating rating={product.rating} />
          {soldCount > 0 && (
            <span>
              <Trans>已售 {soldCount}</Trans>
            </span>
          )}
        </p>
        <p className={css.foot}>
          <span>
            <Trans>
              <Money fen={product.priceFrom} look="price" short /> 起
            </Trans>
          </span>
          <span className={css.suppliers}>
            <Trans>{supplierCount} 家服务商</Trans>
          </span>
        </p>
      </div>
    </article>
  );
}

type ProductGridProps = {
  products: readonly ProductCardFragment[];
  region: string | undefined;
  /** How many are in view at once when the page opens. */
  eager?: number;
};

/** Products side by side: two on a phone, four on a desk. */
export function ProductGrid({ products, region, eager = 0 }: ProductGridProps) {
  return (
    <ul className={`list ${css.grid}`}>
      {products.map((product, index) => (
        <li key={product.id}>
          <ProductCard product={product} region={region} eager={index < eager} />
        </li>
      ))}
    </ul>
  );
}
