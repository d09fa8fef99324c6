import { cleanText } from "../identity/account.js";
import { type Fen, fen } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import { stateTable } from "../kernel/state-table.js";

export type ServiceState = "PROPOSED" | "EFFECTIVE" | "REJECTED" | "PAUSED" | "SUPERSEDED";
type ServiceVerb = "APPROVE" | "REJECT" | "PAUSE" | "RESUME" | "SUPERSEDE";

/** One revision of one supplier's service. SUPERSEDE is never asked for: a later revision does it. */
export const serviceLife = stateTable<ServiceState, ServiceVerb>("service", "PROPOSED", {
  PROPOSED: { APPROVE: "EFFECTIVE", REJECT: "REJECTED", SUPERSEDE: "SUPERSEDED" },
  EFFECTIVE: { PAUSE: "PAUSED", SUPERSEDE: "SUPERSEDED" },
  PAUSED: { RESUME: "EFFECTIVE", SUPERSEDE: "SUPERSEDED" },
  REJECTED: {},
  SUPERSEDED: {},
});

/** What a supplier says of one item it can do. Prices are per unit of the item. */
export interface ServiceOffer {
  readonly itemId: string;
  readonly level: number;
  readonly costPrice: Fen;
  readonly salePrice: Fen;
  readonly perDay: number;
  readonly notes: string | null;
}

const PRICE_LIMIT = 1_000_000_000;

/**
 * Checks an offer. Refuses VALIDATION for a level outside 1…5, a capacity outside 1…10,000 a day, a price outside
 * ¥0.01…¥10 million, and a sale price below the cost price: the platform does not sell at a loss.
 */
export function cleanOffer(offer: ServiceOffer): ServiceOffer {
  const { itemId, level, costPrice, salePrice, perDay } = offer;
  must(Number.isInteger(level) && level >= 1 && level <= 5, "VALIDATION", { field: "level", min: 1, max: 5 });
  must(Number.isInteger(perDay) && perDay >= 1 && perDay <= 10_000, "VALIDATION", {
    field: "perDay",
    min: 1,
    max: 10_000,
  });
  must(salePrice >= 1 && salePrice <= PRICE_LIMIT, "VALIDATION", { field: "salePrice", max: PRICE_LIMIT });
  must(costPrice >= 0 && costPrice <= salePrice, "VALIDATION", { field: "costPrice", max: salePrice });
  const notes = offer.notes?.trim() ? cleanText(offer.notes, "notes", 300) : null;
  return { itemId, level, costPrice: fen(costPrice), salePrice: fen(salePrice), perDay, notes };
}

/** Checks the offers of an application or a new supplier. Refuses VALIDATION when an item comes twice or more than 50 come. */
export function cleanOffers(offers: readonly ServiceOffer[]): ServiceOffer[] {
  const items = new Set(offers.map((offer) => offer.itemId));
  must(items.size === offers.length && offers.length <= 50, "VALIDATION", { field: "services", max: 50 });
  return offers.map(cleanOffer);
}

/** What a page shows of services: what is in force or proposed, and a rejection until a later revision answers it. */
export function worthShowing<Row extends { supplierId: string; itemId: string; revision: number; state: ServiceState }>(
  services: readonly Row[],
): Row[] {
  const newest = new Map<string, number>();
  for (const { supplierId, itemId, revision } of services) {
    const key = `${supplierId}:${itemId}`;
    newest.set(key, Math.max(revision, newest.get(key) ?? 0));
  }
  return services.filter(({ supplierId, itemId, revision, state }) => {
    if (state === "REJECTED") return newest.get(`${supplierId}:${itemId}`) === revision;
    return state !== "SUPERSEDED";
  });
}

/** The key that lets one revision be in force; null for a state that is not. */
export function inForceKey(state: ServiceState, supplierId: string, itemId: string): string | null {
  return state === "EFFECTIVE" || state === "PAUSED" ? `${supplierId}:${itemId}` : null;
}
