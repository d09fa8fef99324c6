import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type Configuration, explicitSearch } from "../../features/configure/configuration";
import type { NewQuotePageQuery } from "../../gql/graphql";
import css from "./Quotes.module.css";

type AskedProps = { product: NonNullable<NewQuotePageQuery["product"]>; configuration: Configuration };

/** What a price is asked for, in the customer's own answers, with the way back to change them. */
export function AskedProduct({ product, configuration }: AskedProps) {
  const { t, i18n } = useLingui();
  const en = i18n.locale === "en";
  const region = product.regions.find(({ code }) => code === configuration.regionCode);
  const answered = product.inputs.flatMap(({ code, label, labelEn, unit }) => {
    const value = configuration.answers[code];
    return value ? [{ label: en ? labelEn : label, value: unit ? `${value} ${unit}` : value }] : [];
  });
  const wanted = configuration.parts
    .filter(({ selected }) => selected)
    .map(({ component: { item } }) => (en ? item.nameEn || item.name : item.name));
  return (
    <section className={`card ${css.section}`} aria-labelledby="asked">
      <div className={css.head}>
        <h2 id="asked">{en ? product.titleEn : product.title}</h2>
        <Link to="/p/$slug" params={{ slug: product.slug }} search={explicitSearch(configuration)} className="small">
          <Trans>修改</Trans>
        </Link>
      </div>
      <Facts
        items={[
          { label: t`地区`, value: region?.name },
          ...answered,
          { label: t`包含`, value: wanted.join(en ? ", " : "、"), wide: true },
        ]}
      />
    </section>
  );
}
