import { DAY } from "../kernel/clock.js";
import { type Fen, minus, plus, split, ZERO } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import type { Tender } from "./payment.js";
import type { RefundRoute } from "./refund.js";

/** Channels give money back for a year, and fifty times for one payment; after that the bank has to. */
export const CHANNEL_REFUND_MS = 365 * DAY;
export const CHANNEL_REFUND_TIMES = 50;

/** What one payment brought for one instalment, and what of it was given back. */
export interface RefundableTender {
  readonly paymentId: string;
  readonly instalmentId: string;
  /** The instalment's place in the plan: the newest is the highest. */
  readonly seq: number;
  readonly tender: Tender;
  readonly applied: Fen;
  readonly refunded: Fen;
  /** When the money came. */
  readonly settledAt: number;
  /** How often its channel gave back of it, or is asked to. */
  readonly channelRefunds: number;
}

export interface PlannedAllocation {
  readonly paymentId: string;
  readonly instalmentId: string;
  readonly amount: Fen;
  readonly route: RefundRoute;
}

/** What can still be given back of a tender; never below zero. */
export function remainingOf({ applied, refunded }: Pick<RefundableTender, "applied" | "refunded">): Fen {
  return refunded < applied ? minus(applied, refunded) : ZERO;
}

/** What can still be given back of all of them. */
export const remainingOfAll = (tenders: readonly RefundableTender[]): Fen => plus(...tenders.map(remainingOf));

/** The ways by which money of this tender may go back at `now`, the one to take first. */
export function routesOf(tender: RefundableTender, now: number): RefundRoute[] {
  if (tender.tender === "CREDIT") return ["CREDIT", "BANK"];
  const channelTakes = now - tender.settledAt < CHANNEL_REFUND_MS && tender.channelRefunds < CHANNEL_REFUND_TIMES;
  return tender.tender === "TEST_CHANNEL" && channelTakes ? ["ORIGINAL", "BANK"] : ["BANK"];
}

/**
 * Where a refund comes from unless somebody decides otherwise: the newest instalments first, within each its tenders in
 * proportion to what is left of them. The parts sum to the amount. Refuses REFUND_EXCEEDS_PAID.
 */
export function planAllocations(amount: Fen, tenders: readonly RefundableTender[], now: number): PlannedAllocation[] {
  must(amount <= remainingOfAll(tenders), "REFUND_EXCEEDS_PAID", { available: remainingOfAll(tenders) });
  const planned: PlannedAllocation[] = [];
  let left = amount;
  for (const seq of [...new Set(tenders.map((tender) => tender.seq))].sort((a, b) => b - a)) {
    const within = tenders.filter((tender) => tender.seq === seq && remainingOf(tender) > ZERO);
    const there = remainingOfAll(within);
    const taken = left < there ? left : there;
    if (taken === ZERO) continue;
    const parts = split(taken, within.map(remainingOf));
    planned.push(...within.map((tender, index) => allocationOf(tender, parts[index] ?? ZERO, now)));
    left = minus(left, taken);
  }
  return planned.filter((allocation) => allocation.amount > ZERO);
}

/** A part that somebody chose by hand; without a route it takes the first one open to it. */
export interface ChosenAllocation {
  readonly paymentId: string;
  readonly instalmentId: string;
  readonly amount: Fen;
  readonly route?: RefundRoute | null;
}

/**
 * Checks what somebody chose instead of the plan. Refuses VALIDATION for parts that are not above zero, name the same
 * tender twice, do not sum to the amount or take a route that is not open; NOT_FOUND for a tender of another order;
 * REFUND_EXCEEDS_PAID beyond what is left of a tender.
 */
export function checkAllocations(
  amount: Fen,
  chosen: readonly ChosenAllocation[],
  tenders: readonly RefundableTender[],
  now: number,
): PlannedAllocation[] {
  const field = "allocations";
  const keys = chosen.map(({ paymentId, instalmentId }) => `${paymentId} ${instalmentId}`);
  must(new Set(keys).size === keys.length, "VALIDATION", { field, repeated: true });
  const checked = chosen.map((part) => {
    const tender = tenders.find((t) => t.paymentId === part.paymentId && t.instalmentId === part.instalmentId);
    must(tender, "NOT_FOUND", { field });
    must(part.amount > ZERO, "VALIDATION", { field });
    must(part.amount <= remainingOf(tender), "REFUND_EXCEEDS_PAID", { available: remainingOf(tender) });
    const planned = allocationOf(tender, part.amount, now);
    const route = part.route ?? planned.route;
    must(routesOf(tender, now).includes(route), "VALIDATION", { field: "route" });
    return { ...planned, route };
  });
  must(plus(...checked.map((part) => part.amount)) === amount, "VALIDATION", { field, sum: amount });
  return checked;
}

function allocationOf(tender: RefundableTender, amount: Fen, now: number): PlannedAllocation {
  const { paymentId, instalmentId } = tender;
  const [route = "BANK"] = routesOf(tender, now);
  return { paymentId, instalmentId, amount, route };
}
