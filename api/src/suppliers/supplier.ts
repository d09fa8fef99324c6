import { cleanText } from "../identity/account.js";
import { DAY } from "../kernel/clock.js";
import { must } from "../kernel/refusal.js";
import { stateTable } from "../kernel/state-table.js";

export type SupplierState = "ACTIVE" | "PAUSED" | "SUSPENDED" | "TERMINATED";
type SupplierVerb = "PAUSE" | "UNPAUSE" | "SUSPEND" | "RESUME" | "TERMINATE";

/** Only an ACTIVE supplier's services can be bought. It pauses itself; suspending and ending the cooperation are the platform's. */
export const supplierLife = stateTable<SupplierState, SupplierVerb>("supplier", "ACTIVE", {
  ACTIVE: { PAUSE: "PAUSED", SUSPEND: "SUSPENDED", TERMINATE: "TERMINATED" },
  PAUSED: { UNPAUSE: "ACTIVE", SUSPEND: "SUSPENDED", TERMINATE: "TERMINATED" },
  SUSPENDED: { RESUME: "ACTIVE", TERMINATE: "TERMINATED" },
  TERMINATED: {},
});

/** When a supplier takes no orders by its own will: epoch ms, the end exclusive; null is open. */
export interface PausePlan {
  readonly from: number | null;
  readonly to: number | null;
  readonly note: string | null;
}

const PAUSE_HORIZON = 366 * DAY;

/**
 * Checks a pause; a beginning that is not ahead is "now". Refuses VALIDATION for an end that is not after the beginning,
 * and for days more than a year ahead.
 */
export function cleanPause(plan: PausePlan, now: number): { from: number; to: number | null; note: string | null } {
  const from = Math.max(plan.from ?? now, now);
  const far = now + PAUSE_HORIZON;
  must(from < far, "VALIDATION", { field: "from", max: far });
  if (plan.to !== null) must(plan.to > from && plan.to < far, "VALIDATION", { field: "to", min: from, max: far });
  return { from, to: plan.to, note: plan.note?.trim() ? cleanText(plan.note, "note", 300) : null };
}

/** What keeps a cooperation from ending. */
export interface OpenMatters {
  readonly tickets: number;
  /** Fen the platform owes the supplier, below zero what it owes us. */
  readonly owed: number;
  /** Days kept for paid orders. */
  readonly reservations: number;
}

/** Refuses SUPPLIER_HAS_OPEN, saying what is open, unless nothing is. */
export function checkNothingOpen({ tickets, owed, reservations }: OpenMatters): void {
  const done = tickets === 0 && owed === 0 && reservations === 0;
  must(done, "SUPPLIER_HAS_OPEN", { tickets, owed, reservations });
}

/** One customer's marks, each 1…5. */
export interface Scores {
  readonly overall: number;
  readonly quality: number;
  readonly punctuality: number;
  readonly attitude: number;
}

/** Marks of many customers, kept as sums so that adding one is one statement. */
export interface RatingSums {
  readonly ratingCount: number;
  readonly overallSum: number;
  readonly qualitySum: number;
  readonly punctualitySum: number;
  readonly attitudeSum: number;
}

/** Averages for people, to one decimal; null while nobody has rated. */
export function averages(sums: RatingSums): { count: number } & { readonly [Mark in keyof Scores]: number | null } {
  const count = sums.ratingCount;
  const mean = (sum: number): number | null => (count === 0 ? null : Math.round((sum * 10) / count) / 10);
  return {
    count,
    overall: mean(sums.overallSum),
    quality: mean(sums.qualitySum),
    punctuality: mean(sums.punctualitySum),
    attitude: mean(sums.attitudeSum),
  };
}
