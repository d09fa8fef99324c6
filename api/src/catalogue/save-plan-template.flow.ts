import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { planTemplateFacts } from "./facts.js";
import { cleanPlanTemplate, type PlanTemplateSpec } from "./plan-template.js";
import { addPlanTemplate, planTemplateById, setPlanTemplate } from "./plan-template.store.js";

interface SavePlanTemplate {
  /** Null makes one. */
  readonly id: string | null;
  /** The version that was seen; null for a new one. */
  readonly version: number | null;
  readonly template: PlanTemplateSpec;
}

/**
 * Adds a plan template or changes one; products that copied it stay as they are. Refuses VALIDATION, also for a plan no
 * product could be published with, DEPOSIT_OVER_LIMIT, NOT_FOUND, STALE_VERSION.
 */
export async function savePlanTemplate(platform: Platform, viewer: Viewer, input: SavePlanTemplate): Promise<string> {
  must(holds(viewer, "catalogue.manage"), "FORBIDDEN");
  const template = cleanPlanTemplate(input.template);
  return platform.work.run(viewer, async (tx) => {
    const known = input.id === null ? null : found(await planTemplateById(tx, input.id));
    must((known?.version ?? null) === input.version, "STALE_VERSION");
    const id = known?.id ?? (await addPlanTemplate(tx, template)).id;
    if (known) await setPlanTemplate(tx, { id, version: known.version }, template);
    tx.record(planTemplateFacts.saved(id));
    return id;
  });
}
