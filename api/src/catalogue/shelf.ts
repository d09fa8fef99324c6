import { type Fen, fen, plus, times } from "../kernel/money.js";
import { mayDo } from "./composition.js";
import { type ChoiceGroup, type Component, defaultQuantity, type ProductInputSpec } from "./product.js";

/** What a product's standing with customers is worked out from. */
export interface Standing {
  readonly ratingCount: number;
  readonly overallSum: number;
  readonly soldCount: number;
}

/** A new product counts as if five customers had given it a 4.2. */
const PRIOR_COUNT = 5;
const PRIOR_MEAN = 4.2;

/** The mean mark in ten-thousandths, drawn towards the prior while few have rated. */
export function ratingScore(standing: Standing): number {
  const sum = standing.overallSum + PRIOR_COUNT * PRIOR_MEAN;
  return Math.round((sum * 10_000) / (standing.ratingCount + PRIOR_COUNT));
}

/** The order of "recommended": marks first, and every tenfold of sales counts like 0.3 of a mark. */
export function recommendScore(standing: Standing): number {
  return ratingScore(standing) + Math.round(3_000 * Math.log10(1 + standing.soldCount));
}

/** What the shelf needs to know of a service that can be bought now. */
export interface ShelfService {
  readonly itemId: string;
  readonly supplierId: string;
  readonly level: number;
  readonly salePrice: number;
  readonly regions: readonly string[];
}

/** What of a version decides where and from what price it is sold. */
export interface ShelfVersion {
  readonly regions: readonly string[];
  readonly inputs: readonly ProductInputSpec[];
  readonly choiceGroups: readonly ChoiceGroup[] | null;
}

/** How a published product stands in the shop. */
export interface Shelf {
  readonly listed: boolean;
  readonly priceFrom: Fen;
  readonly supplierCount: number;
  /** The regions where somebody can do everything that is required. */
  readonly regions: readonly string[];
}

/**
 * Works out whether and where a published version can be sold, from what price, by how many suppliers. The price is
 * the least over its regions of the cheapest services for everything required and as many of each either-or group as have
 * to be taken, each times its default quantity.
 */
export function shelfOf(
  version: ShelfVersion,
  components: readonly Component[],
  services: readonly ShelfService[],
): Shelf {
  const priced = version.regions
    .map((region) => ({ region, price: priceIn(region, version, components, services) }))
    .filter((entry): entry is { region: string; price: Fen } => entry.price !== null);
  const served = services.filter(
    (service) =>
      components.some((part) => mayDo(part, service)) && service.regions.some((code) => version.regions.includes(code)),
  );
  return {
    listed: priced.length > 0,
    priceFrom: priced.reduce<Fen>((least, { price }) => (price < least ? price : least), priced[0]?.price ?? fen(0)),
    supplierCount: new Set(served.map((service) => service.supplierId)).size,
    regions: priced.map(({ region }) => region),
  };
}

/** The cheapest price in one region; null when something required, or enough of a group, can't be done there. */
function priceIn(
  region: string,
  version: ShelfVersion,
  components: readonly Component[],
  services: readonly ShelfService[],
): Fen | null {
  const here = services.filter((service) => service.regions.includes(region));
  const cheapest = (part: Component): Fen | null => {
    const prices = here.filter((service) => mayDo(part, service)).map((service) => service.salePrice);
    return prices.length === 0 ? null : times(fen(Math.min(...prices)), defaultQuantity(part, version.inputs));
  };
  const amounts = components.filter((part) => part.required).map(cheapest);
  for (const { code, min } of version.choiceGroups ?? []) {
    const members = components.filter((part) => part.choiceGroup === code).map(cheapest);
    const least = members.filter((amount) => amount !== null).sort((a, b) => a - b);
    amounts.push(...Array.from({ length: min }, (_, place) => least[place] ?? null));
  }
  if (amounts.length === 0 || amounts.includes(null)) return null;
  return plus(...amounts.filter((amount): amount is Fen => amount !== null));
}
