import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Configuration } from "../../features/configure/configuration";
import type { ConfigurationSearch } from "../../features/configure/configuration-search";
import { ProductPicture } from "../../features/shelf/ProductPicture";
import type { CheckoutPageQuery } from "../../gql/graphql";
import css from "./CheckoutPage.module.css";

type OrderedProductProps = {
  product: NonNullable<CheckoutPageQuery["product"]>;
  configuration: Configuration;
  search: ConfigurationSearch;
};

/** What is being ordered, in the visitor's own words, with the way back to change it. */
export function OrderedProduct({ product, configuration, search }: OrderedProductProps) {
  const { i18n } = useLingui();
  const en = i18n.locale === "en";
  const answered = product.inputs
    .map((question) => ({ question, value: configuration.answers[question.code] ?? "" }))
    .filter(({ value }) => value !== "");
  return (
    <section className={`card ${css.product}`}>
      <div className={css.picture}>
        <ProductPicture product={product} eager />
      </div>
      <div>
        <h2>{en ? product.titleEn : product.title}</h2>
        <dl className={css.answersGiven}>
          {answered.map(({ question, value }) => (
            <div key={question.code}>
              <dt>{en ? question.labelEn : question.label}</dt>
              <dd>
                {value}
                {question.unit && ` ${question.unit}`}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <Link to="/p/$slug" params={{ slug: product.slug }} search={search} className="small">
        <Trans>修改</Trans>
      </Link>
    </section>
  );
}
