import { SoldBy } from "@kaidan/web-kit/ui/SoldBy";
import { soldByWords } from "@kaidan/web-kit/vocabulary/collection-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { namedLines } from "../../features/configure/named-lines";
import type { ConfigurableFragment, PriceFragment } from "../../gql/graphql";

type SellersProps = { product: ConfigurableFragment; price: PriceFragment };

/** Who sells, who collects and who invoices what is about to be ordered, and what of it an office gets. */
export function SellersOfPrice({ product, price }: SellersProps) {
  const { i18n } = useI18n();
  const sold = namedLines(product, price, i18n.locale).flatMap((line) => {
    const component = product.components.find(({ id }) => id === line.componentId);
    if (!component) return [];
    // As an order keeps it: for all units, to the fen.
    const fee = Math.min(Math.round(Number(component.officialFee) * line.quantity), Number(line.amount));
    return [{ line, mode: component.collectionMode, fee: String(fee) }];
  });
  if (sold.every(({ mode, fee }) => mode === "OWN_SALE" && fee === "0"))
    return <p className="muted small">{i18n._(soldByWords.OWN_SALE)}</p>;
  return (
    <section className="stack">
      <strong className="small">
        <Trans>由谁销售、收款与开票</Trans>
      </strong>
      <ul className="list">
        {sold.map(({ line, mode, fee }) => (
          <li key={line.componentId}>
            <span className="small">{line.itemName}</span> <SoldBy mode={mode} officialFee={fee} always />
          </li>
        ))}
      </ul>
    </section>
  );
}
