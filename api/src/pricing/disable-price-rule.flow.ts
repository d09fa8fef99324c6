import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { ruleFacts } from "./facts.js";
import { ruleLife } from "./rule.js";
import { endVersion, ruleVersionById } from "./rule.store.js";

/** Takes a rule out of force at once; orders keep what they were priced with. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE. */
export async function disablePriceRule(
  platform: Platform,
  viewer: Viewer,
  input: { readonly ruleVersionId: string; readonly version: number },
): Promise<string> {
  must(holds(viewer, "pricing.publish"), "FORBIDDEN");
  return platform.work.run(viewer, async (tx) => {
    const version = found(await ruleVersionById(tx, input.ruleVersionId));
    must(version.version === input.version, "STALE_VERSION");
    const state = ruleLife.after(version.state, "DISABLE");
    await endVersion(tx, version, state);
    tx.record(ruleFacts.ended(version.ruleId, version.number, state));
    return version.ruleId;
  });
}
