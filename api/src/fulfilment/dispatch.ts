import { type CollectionMode, principalOf } from "../catalogue/collection.js";
import { DAY } from "../kernel/clock.js";
import { dayOf, startOfDay } from "../kernel/day.js";
import { type Fen, fen, times } from "../kernel/money.js";
import { stateTable } from "../kernel/state-table.js";

export const attemptStates = ["OFFERED", "ACCEPTED", "DECLINED", "EXPIRED", "WITHDRAWN"] as const;
export type AttemptState = (typeof attemptStates)[number];
export type AttemptVerb = "ACCEPT" | "DECLINE" | "EXPIRE" | "WITHDRAW";

/** The life of one offer of a ticket to one supplier. */
export const attemptTable = stateTable<AttemptState, AttemptVerb>("dispatch attempt", "OFFERED", {
  OFFERED: { ACCEPT: "ACCEPTED", DECLINE: "DECLINED", EXPIRE: "EXPIRED", WITHDRAW: "WITHDRAWN" },
  ACCEPTED: {},
  DECLINED: {},
  EXPIRED: {},
  WITHDRAWN: {},
});

/** After so many offers of one round a person decides. */
export const MAX_OFFERS = 5;

/** Why a supplier takes no more orders, with the words it was told. */
export interface SupplierStop {
  readonly because: "SUPPLIER_SUSPENDED" | "SUPPLIER_PAUSED" | "CERTIFICATE_ENDED";
  readonly reason: string | null;
}

/** Why an offer went to this supplier. */
export type Strategy = "CHOSEN_BY_CUSTOMER" | "RECOMMENDED" | "BEST_SCORE" | "BY_HAND";

/**
 * What counts when the platform chooses, in points of 100. The one table of weights: edit it here and every score,
 * trace and test follows.
 */
export const weights = {
  /** How well the supplier can do this item, of five. */
  LEVEL: 25,
  /** Its rating, drawn towards the average while there are few reviews, so that new suppliers are not starved. */
  RATING: 30,
  /** How much of today's capacity for this item is free. */
  CAPACITY: 15,
  /** The cheapest cost among the candidates, as a share of this one's. */
  COST: 20,
  /** How long ago it was last asked, full after a week: work goes round. */
  FAIRNESS: 10,
} as const;
export type ScoreCode = keyof typeof weights;

export interface ScorePart {
  readonly code: ScoreCode;
  /** 0…1 */
  readonly value: number;
  readonly weight: number;
  readonly points: number;
}

/** A supplier's effective service of the ticket's item, as the suppliers' room tells it. */
export interface Service {
  readonly supplierId: string;
  /** 1…5 */
  readonly level: number;
  /** Fen per unit. */
  readonly costPrice: number;
  readonly regions: readonly string[];
  readonly ratingCount: number;
  readonly overallSum: number;
  readonly perDay: number;
  /** How many pieces of this work may be open at once; null has no limit. */
  readonly concurrent: number | null;
}

/** How much each supplier is asked for; a supplier that is absent was never asked. */
export interface Demand {
  /** Tickets of this item offered to or taken by it since the day began in Shanghai. */
  readonly takenToday: ReadonlyMap<string, number>;
  /** Tickets of this item it has taken and not finished. */
  readonly openNow: ReadonlyMap<string, number>;
  /** When it was last asked for anything. */
  readonly lastAskedAt: ReadonlyMap<string, number>;
}

/** When the day of `now` began in Shanghai, where capacity counts by the day. */
export function dayStart(now: number): number {
  return startOfDay(dayOf(now));
}

/** An earlier offer of the same ticket. */
export interface Asked {
  readonly supplierId: string;
  readonly round: number;
  readonly state: AttemptState;
}

/** What dispatch needs to know of the ticket. */
export interface Need {
  readonly regionCode: string;
  readonly quantity: number;
  readonly chosenSupplierId: string | null;
  readonly chosenBy: "CUSTOMER" | "PLATFORM";
  /** What the named supplier gets, frozen with the order. */
  readonly plannedCost: number;
  /** What the customer pays for it. */
  readonly price: number;
  /** Who sells it where that is a supplier: nobody else may do it. Null when the platform sells it. */
  readonly seller: string | null;
  /** Who has no room on the day the customer wants; null without such a day. */
  readonly noRoom: ReadonlySet<string> | null;
  /** The round that the next offer belongs to. */
  readonly round: number;
}

/** What an order's line tells of the need: what it costs the customer, and who sells it where that is a supplier. */
export function saleOf(
  line: { readonly saleAmount: Fen; readonly collectionMode: CollectionMode; readonly supplierId: string } | undefined,
): Pick<Need, "price" | "seller"> {
  const sells = line && principalOf(line.collectionMode) === "SUPPLIER";
  return { price: line?.saleAmount ?? 0, seller: sells ? line.supplierId : null };
}

/** Why a supplier can't be offered the ticket now. */
export type Blocker =
  | "REGION"
  | "FULL_TODAY"
  | "FULL_THAT_DAY"
  | "BUSY"
  | "ALREADY_ASKED"
  | "PAUSED"
  | "SOLD_BY_ANOTHER";
/** What a dispatcher should know besides. The platform by itself never offers at a loss. */
export type Note = "CHOSEN_BY_CUSTOMER" | "RECOMMENDED" | "ASKED_EARLIER" | "COSTS_MORE_THAN_PRICE";

export interface RankedCandidate {
  readonly supplierId: string;
  readonly eligible: boolean;
  readonly reasons: readonly (Blocker | Note)[];
  readonly score: number;
  readonly trace: readonly ScorePart[];
  /** What it would get. */
  readonly pay: Fen;
}

/**
 * Every supplier of the item with its score and the reasons for and against it; the eligible first, then by score.
 * A supplier that the order names but that no longer offers the item is told of as PAUSED.
 */
export function rank(
  need: Need,
  services: readonly Service[],
  demand: Demand,
  asked: readonly Asked[],
  now: number,
): RankedCandidate[] {
  const cheapest = Math.min(...services.map((service) => service.costPrice));
  const ranked = services.map((service): RankedCandidate => {
    const { supplierId } = service;
    const blockers = blockersOf(need, service, demand, asked);
    const trace = traceOf(service, demand, cheapest, now);
    const score = round4(trace.reduce((sum, part) => sum + part.points, 0));
    const pay = payOf(need, service);
    const reasons = [...notesOf(need, supplierId, pay, asked), ...blockers];
    return { supplierId, eligible: blockers.length === 0, reasons, score, trace, pay };
  });
  const { chosenSupplierId } = need;
  if (chosenSupplierId !== null && !services.some((service) => service.supplierId === chosenSupplierId)) {
    ranked.push(pausedCandidate(need, chosenSupplierId, asked));
  }
  return ranked.sort(byWorth);
}

/** The supplier named in the order gets what was frozen with it; anybody else its own cost price of today. */
function payOf(need: Need, service: Service): Fen {
  if (service.supplierId === need.chosenSupplierId) return fen(need.plannedCost);
  return times(fen(service.costPrice), need.quantity);
}

function pausedCandidate(need: Need, supplierId: string, asked: readonly Asked[]): RankedCandidate {
  const pay = fen(need.plannedCost);
  const reasons = [...notesOf(need, supplierId, pay, asked), "PAUSED" as const];
  return { supplierId, eligible: false, reasons, score: 0, trace: [], pay };
}

/**
 * Whom the platform asks next by itself: the supplier named in the order, else the best of the eligible. Nobody is
 * asked twice for one ticket unless a person wants it. Null when nobody is left or this round had its offers.
 */
export function nextOffer(
  need: Need,
  ranked: readonly RankedCandidate[],
  asked: readonly Asked[],
): { readonly candidate: RankedCandidate; readonly strategy: Strategy } | null {
  if (asked.filter((attempt) => attempt.round === need.round).length >= MAX_OFFERS) return null;
  const askedBefore = new Set(asked.map((attempt) => attempt.supplierId));
  const left = ranked.filter(
    ({ eligible, supplierId, reasons }) =>
      eligible && !askedBefore.has(supplierId) && !reasons.includes("COSTS_MORE_THAN_PRICE"),
  );
  const named = left.find((candidate) => candidate.supplierId === need.chosenSupplierId);
  if (named) return { candidate: named, strategy: need.chosenBy === "CUSTOMER" ? "CHOSEN_BY_CUSTOMER" : "RECOMMENDED" };
  const best = left[0];
  return best ? { candidate: best, strategy: "BEST_SCORE" } : null;
}

/** The round of the next offer: a person who takes over begins a new one, in which everybody may be asked again. */
export function roundOfNextOffer(ticket: { readonly state: string; readonly round: number }): number {
  return ticket.state === "NEEDS_HUMAN" ? ticket.round + 1 : ticket.round;
}

function blockersOf(need: Need, service: Service, demand: Demand, asked: readonly Asked[]): Blocker[] {
  const blockers: Blocker[] = [];
  if (need.seller !== null && service.supplierId !== need.seller) blockers.push("SOLD_BY_ANOTHER");
  if (!service.regions.includes(need.regionCode)) blockers.push("REGION");
  // With a day wanted it is that day's room that counts, which was kept with the order.
  const today = need.noRoom === null && (demand.takenToday.get(service.supplierId) ?? 0) >= service.perDay;
  if (today) blockers.push("FULL_TODAY");
  if (need.noRoom?.has(service.supplierId)) blockers.push("FULL_THAT_DAY");
  const open = demand.openNow.get(service.supplierId) ?? 0;
  if (service.concurrent !== null && open >= service.concurrent) blockers.push("BUSY");
  const askedNow = asked.some((a) => a.supplierId === service.supplierId && a.round === need.round);
  if (askedNow) blockers.push("ALREADY_ASKED");
  return blockers;
}

function notesOf(need: Need, supplierId: string, pay: Fen, asked: readonly Asked[]): Note[] {
  const notes: Note[] = [];
  if (supplierId === need.chosenSupplierId) {
    notes.push(need.chosenBy === "CUSTOMER" ? "CHOSEN_BY_CUSTOMER" : "RECOMMENDED");
  }
  if (asked.some((a) => a.supplierId === supplierId && a.round < need.round)) notes.push("ASKED_EARLIER");
  if (pay > need.price) notes.push("COSTS_MORE_THAN_PRICE");
  return notes;
}

/** A supplier with n reviews counts as having n of its own and these besides. */
const PRIOR_REVIEWS = 5;
const PRIOR_RATING = 4.2;
const WEEK = 7 * DAY;

function traceOf(service: Service, demand: Demand, cheapest: number, now: number): ScorePart[] {
  const { supplierId, ratingCount, overallSum, perDay, costPrice } = service;
  const taken = demand.takenToday.get(supplierId) ?? 0;
  const lastAskedAt = demand.lastAskedAt.get(supplierId);
  const rating = (PRIOR_RATING * PRIOR_REVIEWS + overallSum) / (PRIOR_REVIEWS + ratingCount);
  const values: Record<ScoreCode, number> = {
    LEVEL: service.level / 5,
    RATING: (rating - 1) / 4,
    CAPACITY: perDay > 0 ? (perDay - taken) / perDay : 0,
    COST: costPrice > 0 ? cheapest / costPrice : 1,
    FAIRNESS: lastAskedAt === undefined ? 1 : (now - lastAskedAt) / WEEK,
  };
  return (Object.keys(weights) as ScoreCode[]).map((code) => {
    const value = round4(Math.min(1, Math.max(0, values[code])));
    return { code, value, weight: weights[code], points: round4(value * weights[code]) };
  });
}

/** Equal scores go by id: the same question always has the same answer. */
function byWorth(a: RankedCandidate, b: RankedCandidate): number {
  if (a.eligible !== b.eligible) return a.eligible ? -1 : 1;
  return b.score - a.score || (a.supplierId < b.supplierId ? -1 : 1);
}

const round4 = (value: number): number => Math.round(value * 10_000) / 10_000;
