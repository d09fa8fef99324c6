import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { ruleFacts } from "./facts.js";
import { allRules, holdRules, setRuleOrder } from "./rule.store.js";

/**
 * Puts all rules in another order, which is the order they count in. Refuses STALE_VERSION when the rules do not stand
 * as they were seen, VALIDATION unless every rule is named once.
 */
export async function reorderPriceRules(
  platform: Platform,
  viewer: Viewer,
  input: { readonly seen: readonly string[]; readonly ruleIds: readonly string[] },
): Promise<void> {
  must(holds(viewer, "pricing.publish"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    await holdRules(tx);
    const present = (await allRules(tx)).map((rule) => rule.id);
    must(present.join() === input.seen.join(), "STALE_VERSION");
    const all = [...input.ruleIds].sort().join() === [...present].sort().join();
    must(all, "VALIDATION", { field: "ruleIds" });
    await setRuleOrder(tx, input.ruleIds);
    tx.record(ruleFacts.reordered(input.ruleIds));
  });
}
