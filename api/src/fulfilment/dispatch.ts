import { DAY } from "../kernel/clock.js";
import { stateTable } from "../kernel/state-table.js";

export const attemptStates = ["OFFERED", "ACCEPTED", "DECLINED", "EXPIRED", "WITHDRAWN", "LOST"] as const;
export type AttemptState = (typeof attemptStates)[number];
export type AttemptVerb = "ACCEPT" | "DECLINE" | "EXPIRE" | "WITHDRAW" | "LOSE";

/** The life of one offer of a ticket to one supplier. LOST is an offer that ended because its ticket was cancelled. */
export const attemptTable = stateTable<AttemptState, AttemptVerb>("dispatch attempt", "OFFERED", {
  OFFERED: { ACCEPT: "ACCEPTED", DECLINE: "DECLINED", EXPIRE: "EXPIRED", WITHDRAW: "WITHDRAWN", LOSE: "LOST" },
  ACCEPTED: {},
  DECLINED: {},
  EXPIRED: {},
  WITHDRAWN: {},
  LOST: {},
});

/** After so many offers of one round a person decides. */
export const MAX_OFFERS = 5;

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

/** A supplier with an effective service of the ticket's item, as dispatch looks at it. */
export interface Candidate {
  readonly supplierId: string;
  /** 1…5 */
  readonly level: number;
  /** Fen per unit. */
  readonly costPrice: number;
  readonly regions: readonly string[];
  readonly ratingCount: number;
  readonly overallSum: number;
  readonly perDay: number;
  /** Tickets of this item offered to or taken by it since the day began in Shanghai. */
  readonly takenToday: number;
  /** When it was last asked for anything; null when never. */
  readonly lastAskedAt: number | null;
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
  readonly chosenSupplierId: string | null;
  readonly chosenBy: "CUSTOMER" | "PLATFORM";
  /** The round that the next offer belongs to. */
  readonly round: number;
}

/** Why a supplier can't be offered the ticket now. */
export type Blocker = "REGION" | "FULL_TODAY" | "ALREADY_DECLINED" | "PAUSED";
/** What a dispatcher should know besides. */
export type Note = "CHOSEN_BY_CUSTOMER" | "RECOMMENDED" | "DECLINED_EARLIER";

export interface RankedCandidate {
  readonly supplierId: string;
  readonly eligible: boolean;
  readonly reasons: readonly (Blocker | Note)[];
  readonly score: number;
  readonly trace: readonly ScorePart[];
}

/** Every candidate with its score and the reasons for and against it; the eligible first, then by score. */
export function rank(
  need: Need,
  candidates: readonly Candidate[],
  asked: readonly Asked[],
  now: number,
): RankedCandidate[] {
  const cheapest = Math.min(...candidates.map((candidate) => candidate.costPrice));
  const ranked = candidates.map((candidate) => {
    const blockers = blockersOf(need, candidate, asked);
    const trace = traceOf(candidate, cheapest, now);
    const score = round4(trace.reduce((sum, part) => sum + part.points, 0));
    const reasons = [...notesOf(need, candidate.supplierId, asked), ...blockers];
    return { supplierId: candidate.supplierId, eligible: blockers.length === 0, reasons, score, trace };
  });
  return ranked.sort(byWorth);
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
  const left = ranked.filter((candidate) => candidate.eligible && !askedBefore.has(candidate.supplierId));
  const named = left.find((candidate) => candidate.supplierId === need.chosenSupplierId);
  if (named) return { candidate: named, strategy: need.chosenBy === "CUSTOMER" ? "CHOSEN_BY_CUSTOMER" : "RECOMMENDED" };
  const best = left[0];
  return best ? { candidate: best, strategy: "BEST_SCORE" } : null;
}

/** The round of the next offer: a person who takes over begins a new one, in which everybody may be asked again. */
export function roundOfNextOffer(ticket: { readonly state: string; readonly round: number }): number {
  return ticket.state === "NEEDS_HUMAN" ? ticket.round + 1 : ticket.round;
}

function blockersOf(need: Need, candidate: Candidate, asked: readonly Asked[]): Blocker[] {
  const blockers: Blocker[] = [];
  if (!candidate.regions.includes(need.regionCode)) blockers.push("REGION");
  if (candidate.takenToday >= candidate.perDay) blockers.push("FULL_TODAY");
  const turnedDown = asked.some((a) => a.supplierId === candidate.supplierId && a.round === need.round);
  if (turnedDown) blockers.push("ALREADY_DECLINED");
  return blockers;
}

function notesOf(need: Need, supplierId: string, asked: readonly Asked[]): Note[] {
  const notes: Note[] = [];
  if (supplierId === need.chosenSupplierId)
    notes.push(need.chosenBy === "CUSTOMER" ? "CHOSEN_BY_CUSTOMER" : "RECOMMENDED");
  if (asked.some((a) => a.supplierId === supplierId && a.round < need.round)) notes.push("DECLINED_EARLIER");
  return notes;
}

/** A supplier with n reviews counts as having n of its own and these besides. */
const PRIOR_REVIEWS = 5;
const PRIOR_RATING = 4.2;
const WEEK = 7 * DAY;

function traceOf(candidate: Candidate, cheapest: number, now: number): ScorePart[] {
  const { ratingCount, overallSum, perDay, takenToday, lastAskedAt, costPrice } = candidate;
  const rating = (PRIOR_RATING * PRIOR_REVIEWS + overallSum) / (PRIOR_REVIEWS + ratingCount);
  const values: Record<ScoreCode, number> = {
    LEVEL: candidate.level / 5,
    RATING: (rating - 1) / 4,
    CAPACITY: perDay > 0 ? (perDay - takenToday) / perDay : 0,
    COST: costPrice > 0 ? cheapest / costPrice : 1,
    FAIRNESS: lastAskedAt === null ? 1 : (now - lastAskedAt) / WEEK,
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
