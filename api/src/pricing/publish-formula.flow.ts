import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { policyOn } from "../platform/policies.js";
import { actorOf, holds, type Viewer } from "../platform/viewer.js";
import { mustBeOther } from "../platform/writers.js";
import { formulaFacts } from "./facts.js";
import { formulaVersionById, setFormulaState, textOfVersion } from "./formula.store.js";
import { allGreen, runTests } from "./formula-run.js";
import { formulaLife } from "./formula-version.js";
import { rehearseFormula } from "./rehearsal.store.js";

interface PublishFormula {
  readonly formulaVersionId: string;
  readonly version: number;
  /** From when it counts; null or the past: at once. */
  readonly effectiveFrom: number | null;
}

/**
 * Puts a tested version in force from an instant on, for good: orders keep the version they were priced with. The
 * examples run once more. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE unless TESTED, FORMULA_TESTS_FAILED,
 * MARGIN_BELOW_FLOOR when orders of the past would newly fall below the floor, and FOUR_EYES for who had a hand in it while the
 * policy asks for another person.
 */
export async function publishFormula(platform: Platform, viewer: Viewer, input: PublishFormula): Promise<void> {
  must(holds(viewer, "pricing.publish"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const version = found(await formulaVersionById(tx, input.formulaVersionId));
    must(version.version === input.version, "STALE_VERSION");
    const state = formulaLife.after(version.state, "PUBLISH");
    must(allGreen(runTests(textOfVersion(version))), "FORMULA_TESTS_FAILED");
    if (await policyOn(tx, "pricing.four-eyes")) await mustBeOther(tx, version.id, viewer);
    const { belowFloor } = await rehearseFormula(tx, version);
    must(belowFloor === 0, "MARGIN_BELOW_FLOOR", { orders: belowFloor });
    const effectiveFrom = Math.max(input.effectiveFrom ?? tx.now, tx.now);
    const publishedAt = tx.now;
    await setFormulaState(tx, version, { state, effectiveFrom, publishedAt, publisherId: actorOf(viewer) });
    tx.record(formulaFacts.published(version.formulaId, version.number, effectiveFrom));
  });
}
