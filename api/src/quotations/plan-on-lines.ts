import type { Milestone, PlanStepSpec } from "../catalogue/product.js";
import { dayOf } from "../kernel/day.js";
import { must } from "../kernel/refusal.js";
import type { QuotationContent, QuotationLine } from "./quotation.js";

/** Milestones of items by their ids, as they are today. */
export type MilestonesByItem = ReadonlyMap<string, { readonly milestones: readonly Milestone[] }>;

/**
 * A product's plan as a quotation has it: the component whose milestone is waited for is told by its line, counted from 1.
 * One that is not among the lines leaves the milestone to the first line that has it.
 */
export function planOnLines(
  plan: readonly PlanStepSpec[],
  components: readonly { readonly id: string; readonly position: number }[],
  lines: readonly Pick<QuotationLine, "componentId">[],
): PlanStepSpec[] {
  return plan.map((step) => {
    const component = components.find(({ position }) => position === step.componentPosition);
    const place = lines.findIndex(({ componentId }) => component && componentId === component.id);
    return { ...step, componentPosition: place >= 0 ? place + 1 : null };
  });
}

/** The places, from 0, of what was taken stand for the lines of the quotation once it is an order. */
export function planOfTaken<Step extends PlanStepSpec, Line extends object>(
  plan: readonly Step[],
  lines: readonly Line[],
  taken: readonly Line[],
): (Step & { readonly componentPosition: number | null })[] {
  return plan.map((step) => {
    const line = lines[(step.componentPosition ?? 0) - 1];
    const place = line ? taken.indexOf(line) : -1;
    return { ...step, componentPosition: place >= 0 ? place : null };
  });
}

/** What people call the milestone an instalment waits for; its code when no line has it, null when it waits for none. */
export function milestoneNameOf(
  { trigger, milestone = null, componentPosition = null }: PlanStepSpec,
  lines: readonly Pick<QuotationLine, "itemId">[],
  items: MilestonesByItem,
): string | null {
  if (trigger !== "ON_MILESTONE" || milestone === null) return null;
  const owners = lines.filter((_line, index) => componentPosition === null || index === componentPosition - 1);
  const known = owners.flatMap(({ itemId }) => items.get(itemId)?.milestones ?? []);
  return known.find(({ code }) => code === milestone)?.name ?? milestone;
}

/**
 * Holds that every instalment can fall due by what it waits for: a contract that is asked for, a milestone of work that
 * is done whatever the customer leaves out, a day that is not over. Refuses PLAN_NEEDS_CONTRACT, PLAN_MILESTONE_UNKNOWN
 * and PLAN_DAY_OVER naming the instalment.
 */
export function mustBeAbleToHappen(content: QuotationContent, items: MilestonesByItem, now: number): void {
  for (const [index, step] of content.plan.entries()) {
    const named = { field: `plan.${index}.trigger`, name: step.name };
    const { trigger, dueDay } = step;
    must(trigger !== "ON_CONTRACT" || content.contractTemplate !== null, "PLAN_NEEDS_CONTRACT", named);
    must(trigger !== "ON_MILESTONE" || hasMilestone(step, content.lines, items), "PLAN_MILESTONE_UNKNOWN", named);
    must(trigger !== "ON_DATE" || !dueDay || dueDay >= dayOf(now), "PLAN_DAY_OVER", named);
  }
}

function hasMilestone(
  { milestone, componentPosition = null }: PlanStepSpec,
  lines: readonly QuotationLine[],
  items: MilestonesByItem,
): boolean {
  return lines.some(({ itemId, optional }, index) => {
    if (optional || (componentPosition !== null && index !== componentPosition - 1)) return false;
    return items.get(itemId)?.milestones.some(({ code }) => code === milestone) ?? false;
  });
}
