import { cleanText } from "../identity/account.js";
import { must } from "../kernel/refusal.js";
import { depositAtMostAFifth, gateStepFirst, planInOrder, planSumsToWhole } from "./guards.js";
import { cleanCode } from "./item.js";
import { cleanPlan } from "./plan.js";
import type { PlanStepSpec } from "./product.js";

/** A payment plan with a name, for products to copy. */
export interface PlanTemplateSpec {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly steps: readonly PlanStepSpec[];
  readonly offered: boolean;
}

/** Refuses VALIDATION naming the field, DEPOSIT_OVER_LIMIT; the plan must be one that a product could be published with. */
export function cleanPlanTemplate(spec: PlanTemplateSpec): PlanTemplateSpec {
  const steps = cleanPlan(spec.steps);
  const asked = [planSumsToWhole, gateStepFirst, planInOrder];
  must(
    asked.every((guard) => guard({ draft: { plan: steps } }).length === 0),
    "VALIDATION",
    { field: "steps" },
  );
  must(depositAtMostAFifth({ draft: { plan: steps } }).length === 0, "DEPOSIT_OVER_LIMIT", { field: "steps" });
  return {
    code: cleanCode(spec.code, "code"),
    name: cleanText(spec.name, "name", 40),
    nameEn: cleanText(spec.nameEn, "nameEn", 60, 0),
    steps,
    offered: spec.offered,
  };
}
