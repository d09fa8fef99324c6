import { cleanText } from "../identity/account.js";
import { dayAfter } from "../kernel/day.js";
import { type Fen, fen } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import { parties } from "./collection.js";
import { cleanCode } from "./item.js";
import { instalmentTriggers, overdueActions, type PlanStepSpec } from "./product.js";

/** Civil Code article 586: 定金 is at most a fifth of the price, in basis points. */
export const DEPOSIT_LIMIT = 2_000;
const WHOLE = 10_000;

/** The most that may be 定金 of a price; no fen more by rounding. */
export function depositLimit(total: Fen): Fen {
  return fen(Math.floor((total * DEPOSIT_LIMIT) / WHOLE));
}

/** At most twelve instalments, each well formed. Refuses VALIDATION naming `plan`. */
export function cleanPlan(plan: readonly PlanStepSpec[]): PlanStepSpec[] {
  must(plan.length <= 12, "VALIDATION", { field: "plan", max: 12 });
  return plan.map((step) => {
    const { shareBasisPoints, nature, trigger, gate } = step;
    const share = Number.isInteger(shareBasisPoints) && shareBasisPoints >= 1 && shareBasisPoints <= WHOLE;
    must(share, "VALIDATION", { field: "plan", min: 1, max: WHOLE });
    must(instalmentTriggers.includes(trigger), "VALIDATION", { field: "plan" });
    const terms = cleanTerms(step, "plan");
    const { afterDays } = terms;
    const days = afterDays === null || (Number.isInteger(afterDays) && afterDays >= 1 && afterDays <= 3_650);
    must(days, "VALIDATION", { field: "plan" });
    const name = cleanText(step.name, "plan", 30);
    return { name, nameEn: cleanText(step.nameEn, "plan", 40, 0), shareBasisPoints, nature, trigger, gate, ...terms };
  });
}

/** At most a quarter of a year of grace. */
const GRACE_DAYS_MAX = 90;

/** When an instalment falls due and what happens when it is late: only what its trigger knows of. Refuses VALIDATION. */
export function cleanTerms(step: PlanStepSpec, field: string) {
  const { trigger, milestone = null, componentPosition = null, graceDays = 0, overdueAction = "NOTHING" } = step;
  // What a later change of the order's price adds has a nature of its own, which no plan begins with.
  must(step.nature !== "DIFFERENCE", "VALIDATION", { field, nature: step.nature });
  const dueDay = trigger === "ON_DATE" ? (step.dueDay ?? null) : null;
  must(dueDay === null || isDay(dueDay), "VALIDATION", { field, dueDay });
  const grace = Number.isInteger(graceDays) && graceDays >= 0 && graceDays <= GRACE_DAYS_MAX;
  must(grace, "VALIDATION", { field, min: 0, max: GRACE_DAYS_MAX });
  must(overdueActions.includes(overdueAction), "VALIDATION", { field });
  const { collector = "PLATFORM" } = step;
  // Before work begins nobody is sent to the customer who could take money there.
  must(parties.includes(collector) && !(step.gate && collector === "SUPPLIER"), "VALIDATION", { field, collector });
  const counts = trigger === "AFTER_DAYS" || (trigger === "ON_DATE" && dueDay === null);
  const collected = collector === "SUPPLIER" ? { collector } : {};
  const late = { afterDays: counts ? step.afterDays : null, dueDay, graceDays, overdueAction, ...collected };
  if (trigger !== "ON_MILESTONE") return { ...late, milestone: null, componentPosition: null };
  const position = componentPosition === null || (Number.isInteger(componentPosition) && componentPosition >= 1);
  must(position, "VALIDATION", { field, min: 1 });
  return { ...late, milestone: milestone === null ? null : cleanCode(milestone, field), componentPosition };
}

function isDay(day: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && dayAfter(day, 0) === day;
}
