import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { formulaFacts } from "./facts.js";
import { formulaVersionById, setFormulaState } from "./formula.store.js";
import { formulaLife } from "./formula-version.js";

/**
 * Takes a published version out of force: from now on the version before it counts again. Orders priced with it keep
 * it. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.
 */
export async function retireFormula(
  platform: Platform,
  viewer: Viewer,
  input: { readonly formulaVersionId: string; readonly version: number },
): Promise<void> {
  must(holds(viewer, "pricing.publish"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const version = found(await formulaVersionById(tx, input.formulaVersionId));
    must(version.version === input.version, "STALE_VERSION");
    await setFormulaState(tx, version, { state: formulaLife.after(version.state, "RETIRE") });
    tx.record(formulaFacts.retired(version.formulaId, version.number));
  });
}
