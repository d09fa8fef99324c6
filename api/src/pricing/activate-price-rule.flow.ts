import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { policyOn } from "../platform/policies.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { mustBeOther } from "../platform/writers.js";
import { ruleFacts } from "./facts.js";
import { rehearseRule } from "./rehearsal.store.js";
import { ruleLife } from "./rule.js";
import { activateVersion, endVersion, holdRules, ruleVersionById, ruleVersionsOf } from "./rule.store.js";

/**
 * Puts a rule's draft in force in place of its former version, which goes on until the draft's first instant where that
 * lies ahead; orders keep what they were priced with. Refuses
 * NOT_FOUND, STALE_VERSION, INVALID_STATE also for one whose dates are over, MARGIN_BELOW_FLOOR when orders of the past
 * would newly fall below the floor, and FOUR_EYES for who had a hand in it while the policy asks for another person.
 */
export async function activatePriceRule(
  platform: Platform,
  viewer: Viewer,
  input: { readonly ruleVersionId: string; readonly version: number },
): Promise<string> {
  must(holds(viewer, "pricing.publish"), "FORBIDDEN");
  return platform.work.run(viewer, async (tx) => {
    await holdRules(tx);
    const version = found(await ruleVersionById(tx, input.ruleVersionId));
    must(version.version === input.version, "STALE_VERSION");
    ruleLife.after(version.state, "ACTIVATE");
    must(version.validTo === null || version.validTo > tx.now, "INVALID_STATE", { field: "validTo" });
    if (await policyOn(tx, "pricing.four-eyes")) await mustBeOther(tx, version.id, viewer);
    const { belowFloor } = await rehearseRule(tx, version);
    must(belowFloor === 0, "MARGIN_BELOW_FLOOR", { orders: belowFloor });
    const former = (await ruleVersionsOf(tx, [version.ruleId])).filter((other) => other.state === "ACTIVE");
    const waits = former.length > 0 && version.validFrom !== null && version.validFrom > tx.now;
    for (const other of waits ? [] : former) await endVersion(tx, other, ruleLife.after(other.state, "DISABLE"));
    await activateVersion(tx, version, waits);
    tx.record(ruleFacts.activated(version.ruleId, version.number));
    return version.ruleId;
  });
}
