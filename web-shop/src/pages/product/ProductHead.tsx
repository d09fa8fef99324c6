import { joinList } from "@kaidan/web-kit/format/lists";
import { Money } from "@kaidan/web-kit/ui/Money";
import { Rating } from "@kaidan/web-kit/ui/Rating";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { hasPrice } from "../../features/configure/configuration";
import type { ProductPageQuery } from "../../gql/graphql";
import { Gallery } from "./Gallery";
import css from "./ProductPage.module.css";

type Product = NonNullable<ProductPageQuery["product"]>;

/** Pictures, name, what it costs at least, and how others found it. */
export function ProductHead({ product, region }: { product: Product; region: string | undefined }) {
  const { i18n } = useLingui();
  const en = i18n.locale === "en";
  const { category, soldCount, supplierCount } = product;
  return (
    <header className={css.head}>
      <Gallery product={product} />
      <div className={css.headWords}>
        <Link to="/c/$slug" params={{ slug: category.slug }} search={{ region }} className="small">
          {en ? category.nameEn : category.name}
        </Link>
        <h1>{en ? product.titleEn : product.title}</h1>
        <p className="muted">{product.summary}</p>
        <p className={css.headFacts}>
          <span>
            {hasPrice(product) ? (
              <Trans>
                <Money fen={product.priceFrom} look="price" short /> 起
              </Trans>
            ) : (
              <Trans>
                参考价 <Money fen={product.priceFrom} look="price" short /> 起
              </Trans>
            )}
          </span>
          <AssumedWords product={product} />
          <Rating rating={product.rating} />
          {soldCount > 0 && (
            <span>
              <Trans>已售 {soldCount}</Trans>
            </span>
          )}
          <span>
            <Trans>{supplierCount} 家服务商</Trans>
          </span>
        </p>
      </div>
    </header>
  );
}

/** For how much of everything a price "from" is: what the page begins with. */
function AssumedWords({ product }: { product: Product }) {
  const { i18n } = useLingui();
  const en = i18n.locale === "en";
  const measured = product.inputs.flatMap(({ code, label, labelEn, unit }) => {
    const part = product.components.find(({ quantityInput, required }) => required && quantityInput === code);
    return part?.quantity ? [`${en ? labelEn : label} ${part.quantity} ${unit ?? ""}`.trim()] : [];
  });
  if (measured.length === 0) return null;
  const amounts = joinList(measured, i18n.locale);
  return (
    <span className="muted small">
      <Trans>按{amounts}估算</Trans>
    </span>
  );
}
