import { newId } from "../kernel/ids.js";
import { Refusal } from "../kernel/refusal.js";
import type { Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { isDuplicate } from "../platform/unit-of-work.js";
import { PlanTemplateRow } from "./catalogue.table.js";
import type { PlanTemplateSpec } from "./plan-template.js";

export type { PlanTemplateRow };

/** The first two hundred by code: there are few, since each is a way the business lets customers pay. */
export async function allPlanTemplates(sql: Sql): Promise<PlanTemplateRow[]> {
  return sql.rows(PlanTemplateRow, "ORDER BY t.code LIMIT 200");
}

export async function planTemplateById(sql: Sql, id: string): Promise<PlanTemplateRow | undefined> {
  return (await sql.rows(PlanTemplateRow, "WHERE t.id = ?", [id]))[0];
}

/** Refuses VALIDATION when another has the code. */
export async function addPlanTemplate(tx: Tx, spec: PlanTemplateSpec): Promise<PlanTemplateRow> {
  const row = { id: newId(), ...spec, steps: [...spec.steps], version: 1 };
  await tx.insert(PlanTemplateRow, [row]).catch(refuseTaken);
  return row;
}

/** Refuses STALE_VERSION when it moved, VALIDATION when another has the code. */
export async function setPlanTemplate(
  tx: Tx,
  seen: { readonly id: string; readonly version: number },
  spec: PlanTemplateSpec,
): Promise<void> {
  await tx.change(PlanTemplateRow, { ...seen }, { ...spec, steps: [...spec.steps] }).catch(refuseTaken);
}

function refuseTaken(error: unknown): never {
  throw isDuplicate(error) ? new Refusal("VALIDATION", { field: "code", taken: true }) : error;
}
