import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

export type OfferSort = "RECOMMENDED" | "PRICE" | "RATING";

type Comparable = {
  readonly salePrice: string;
  readonly supplier: { readonly rating: { readonly overall: number | null } };
};

/** Why the platform ranks a supplier where it does. */
export const offerReasonWords: Readonly<Record<string, MessageDescriptor>> = {
  ONLY_CHOICE: msg`本市唯一可选`,
  BEST_RATED: msg`评分最高`,
  LOWEST_PRICE: msg`价格最低`,
  MOST_EXPERIENCED: msg`经验最多`,
  BALANCED: msg`综合均衡`,
};

/** A new order of the offers; "recommended" is the server's own. Equals keep that order. */
export function sortOffers<T extends Comparable>(offers: readonly T[], sort: OfferSort): T[] {
  if (sort === "PRICE") return [...offers].sort((a, b) => Number(a.salePrice) - Number(b.salePrice));
  if (sort === "RATING") {
    return [...offers].sort((a, b) => (b.supplier.rating.overall ?? 0) - (a.supplier.rating.overall ?? 0));
  }
  return [...offers];
}
