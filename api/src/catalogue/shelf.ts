import { type Fen, fen, plus, times } from "../kernel/money.js";
import { type Component, defaultQuantity, type ProductInputSpec } from "./product.js";

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
  readonly salePrice: number;
  readonly regions: readonly string[];
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
 * the least over its regions of the cheapest services for everything required, each times its default quantity.
 */
export function shelfOf(
  version: { readonly regions: readonly string[]; readonly inputs: readonly ProductInputSpec[] },
  components: readonly Component[],
  services: readonly ShelfService[],
): Shelf {
  const priced = version.regions
    .map((region) => ({ region, price: priceIn(region, version.inputs, components, services) }))
    .filter((entry): entry is { region: string; price: Fen } => entry.price !== null);
  const items = new Set(components.map((component) => component.itemId));
  const served = services.filter(
    (s) => items.has(s.itemId) && s.regions.some((code) => version.regions.includes(code)),
  );
  return {
    listed: priced.length > 0,
    priceFrom: priced.reduce<Fen>((least, { price }) => (price < least ? price : least), priced[0]?.price ?? fen(0)),
    supplierCount: new Set(served.map((service) => service.supplierId)).size,
    regions: priced.map(({ region }) => region),
  };
}

/** The cheapest price in one region; null when something required can't be done there. */
function priceIn(
  region: string,
  inputs: readonly ProductInputSpec[],
  components: readonly Component[],
  services: readonly ShelfService[],
): Fen | null {
  const required = components.filter((component) => component.required);
  const amounts = required.map((component) => {
    const prices = services
      .filter((service) => service.itemId === component.itemId && service.regions.includes(region))
      .map((service) => service.salePrice);
    return prices.length === 0 ? null : times(fen(Math.min(...prices)), defaultQuantity(component, inputs));
  });
  if (required.length === 0 || amounts.includes(null)) return null;
  return plus(...amounts.filter((amount): amount is Fen => amount !== null));
}
