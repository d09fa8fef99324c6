import type { ConfigurableFragment, PriceFragment } from "../../gql/graphql";

/** The lines of a price under the names of the reader's language: a price itself speaks Chinese only. */
export function namedLines(product: ConfigurableFragment, price: PriceFragment, language: string) {
  if (language !== "en") return price.lines;
  const english = new Map(product.components.map(({ id, item }) => [id, item.nameEn]));
  return price.lines.map((line) => ({ ...line, itemName: english.get(line.componentId) ?? line.itemName }));
}
