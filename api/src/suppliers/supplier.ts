import { stateTable } from "../kernel/state-table.js";

export type SupplierState = "ACTIVE" | "PAUSED" | "SUSPENDED";
type SupplierVerb = "PAUSE" | "UNPAUSE" | "SUSPEND" | "RESUME";

/** Only an ACTIVE supplier's services can be bought. It pauses itself; suspending is the platform's. */
export const supplierLife = stateTable<SupplierState, SupplierVerb>("supplier", "ACTIVE", {
  ACTIVE: { PAUSE: "PAUSED", SUSPEND: "SUSPENDED" },
  PAUSED: { UNPAUSE: "ACTIVE", SUSPEND: "SUSPENDED" },
  SUSPENDED: { RESUME: "ACTIVE" },
});

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
