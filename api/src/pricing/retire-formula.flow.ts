import { sellsByFormula } from "../catalogue/product.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { formulaFacts } from "./facts.js";
import {
  type FormulaVersionRow,
  formulasById,
  formulaVersionById,
  formulaVersionsOf,
  holdFormulas,
  setFormulaState,
} from "./formula.store.js";
import { formulaLife } from "./formula-version.js";

/**
 * Takes a published version out of force: from now on the version before it counts again. Orders priced with it keep
 * it. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, and
 * FORMULA_IN_USE while a product on sale would be left without a formula in force.
 */
export async function retireFormula(
  platform: Platform,
  viewer: Viewer,
  input: { readonly formulaVersionId: string; readonly version: number },
): Promise<void> {
  must(holds(viewer, "pricing.publish"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const { formulaId } = found(await formulaVersionById(tx, input.formulaVersionId));
    const formula = found((await formulasById(tx, [formulaId])).get(formulaId));
    await holdFormulas(tx, [formula.code]);
    const version = found(await formulaVersionById(tx, input.formulaVersionId));
    must(version.version === input.version, "STALE_VERSION");
    await mustStaySold(tx, formula.code, version);
    await setFormulaState(tx, version, { state: formulaLife.after(version.state, "RETIRE") });
    tx.record(formulaFacts.retired(version.formulaId, version.number));
  });
}

async function mustStaySold(tx: Tx, code: string, retired: FormulaVersionRow): Promise<void> {
  const versions = await formulaVersionsOf(tx, [retired.formulaId]);
  const others = versions.filter(({ id, state }) => id !== retired.id && state === "PUBLISHED");
  if (others.some(({ effectiveFrom }) => effectiveFrom !== null && effectiveFrom <= tx.now)) return;
  must(!(await sellsByFormula(tx, code)), "FORMULA_IN_USE");
}
