import type { InstalmentNature, InstalmentTrigger, OverdueAction } from "../catalogue/product.js";
import { type InstalmentState, isOpen, isSettled, waitsForMilestone } from "./instalment.js";

export const planConcerns = ["BEFORE_WORK", "ON_START", "ON_MILESTONE", "ON_ACCEPTANCE"] as const;
/** Why a part of the customer's plan is a supplier's concern: their work waits for it, or makes it due. */
export type PlanConcern = (typeof planConcerns)[number];

/** How a part stands as far as a supplier is told: nothing of what was paid in part or waived. */
export type ToldState = Extract<InstalmentState, "PLANNED" | "DUE" | "OVERDUE" | "PAID">;

/** An instalment as this rule looks at it: no amount of it is even known here. */
export interface ConcerningInstalment {
  readonly nature: InstalmentNature;
  readonly trigger: InstalmentTrigger;
  readonly afterDays: number | null;
  readonly gate: boolean;
  readonly overdueAction: OverdueAction;
  readonly state: InstalmentState;
  readonly dueAt: number | null;
  readonly milestone: string | null;
  readonly componentPosition: number | null;
}

/** A supplier's own part of the order. */
export interface OwnWork {
  readonly position: number;
  readonly milestones: readonly { readonly code: string; readonly name: string }[];
}

export interface ConcerningPart {
  readonly concern: PlanConcern;
  readonly nature: InstalmentNature;
  readonly state: ToldState;
  readonly dueAt: number | null;
  readonly afterDays: number | null;
  readonly milestoneName: string | null;
  readonly holdsWork: boolean;
}

/**
 * The parts of a customer's plan that concern one supplier's work: what must be paid before it may begin or go on, and
 * what its beginning, its milestones and its acceptance make due. Never an amount or a name, which is free text that may
 * tell one; of a part that waits for others' milestones or a contract nothing.
 */
export function planForSupplier(plan: readonly ConcerningInstalment[], own: OwnWork): ConcerningPart[] {
  return plan.flatMap((instalment) => {
    const state = toldState(instalment.state);
    const concern = concernOf(instalment, own);
    if (state === null || concern === null) return [];
    const { nature, trigger, afterDays, milestone, dueAt } = instalment;
    const milestoneName =
      concern === "ON_MILESTONE" ? (own.milestones.find(({ code }) => code === milestone)?.name ?? null) : null;
    return {
      ...{ concern, nature, state, milestoneName, holdsWork: holdsWork(instalment) },
      dueAt: state === "PAID" ? null : dueAt,
      afterDays: trigger === "AFTER_DAYS" ? afterDays : null,
    };
  });
}

function concernOf(instalment: ConcerningInstalment, { position, milestones }: OwnWork): PlanConcern | null {
  const { trigger } = instalment;
  if (trigger === "ON_TICKETS_STARTED") return "ON_START";
  const reached = milestones.some(({ code }) => waitsForMilestone(instalment, { milestone: code, position }));
  if (reached) return "ON_MILESTONE";
  if (trigger === "ON_ACCEPTANCE" || trigger === "AFTER_DAYS") return "ON_ACCEPTANCE";
  return holdsWork(instalment) ? "BEFORE_WORK" : null;
}

const holdsWork = ({ gate, overdueAction }: ConcerningInstalment): boolean => gate || overdueAction === "PAUSE_WORK";

function toldState(state: InstalmentState): ToldState | null {
  if (state === "OVERDUE" || state === "PLANNED") return state;
  if (isSettled({ state })) return "PAID";
  return isOpen({ state }) ? "DUE" : null;
}
