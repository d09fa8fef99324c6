import { cleanText } from "../identity/account.js";
import { type Fen, fen } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import { stateTable } from "../kernel/state-table.js";

export type ServiceState =
  | "PROPOSED"
  | "APPROVED"
  | "EFFECTIVE"
  | "PAUSED"
  | "REJECTED"
  | "WITHDRAWN"
  | "SUPERSEDED"
  | "RETIRED";
type ServiceVerb =
  | "APPROVE"
  | "REJECT"
  | "WITHDRAW"
  | "TAKE_EFFECT"
  | "PAUSE"
  | "RESUME"
  | "RETIRE"
  | "END"
  | "SUPERSEDE";

/**
 * One revision of one supplier's service. Three verbs are never asked for: its day does TAKE_EFFECT and END, a later
 * revision SUPERSEDE. A day may also come for a revision that rests: what is PAUSED stays so in its successor.
 */
export const serviceLife = stateTable<ServiceState, ServiceVerb>("service", "PROPOSED", {
  PROPOSED: { APPROVE: "APPROVED", REJECT: "REJECTED", WITHDRAW: "WITHDRAWN", SUPERSEDE: "SUPERSEDED" },
  APPROVED: { TAKE_EFFECT: "EFFECTIVE", REJECT: "REJECTED", WITHDRAW: "WITHDRAWN", SUPERSEDE: "SUPERSEDED" },
  EFFECTIVE: { PAUSE: "PAUSED", RETIRE: "RETIRED", END: "RETIRED", SUPERSEDE: "SUPERSEDED" },
  PAUSED: { RESUME: "EFFECTIVE", RETIRE: "RETIRED", END: "RETIRED", SUPERSEDE: "SUPERSEDED" },
  REJECTED: {},
  WITHDRAWN: {},
  SUPERSEDED: {},
  RETIRED: {},
});

/** What the supplier itself may do with a revision, and what staff may. */
export const supplierVerbs = ["PAUSE", "RESUME", "WITHDRAW"] as const;
export const staffVerbs = ["APPROVE", "REJECT", "RETIRE"] as const;

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

/** What a page shows of services: what is or will be in force or is proposed, and a rejection until a later revision answers it. */
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
    return state !== "SUPERSEDED" && state !== "WITHDRAWN" && state !== "RETIRED";
  });
}

/** The key that lets one revision be in force; null for a state that is not. */
export function inForceKey(state: ServiceState, supplierId: string, itemId: string): string | null {
  return state === "EFFECTIVE" || state === "PAUSED" ? `${supplierId}:${itemId}` : null;
}
