import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { ruleFacts } from "./facts.js";
import { ruleLife } from "./rule.js";
import { beginVersion, endVersion, holdRules, ruleVersionById, ruleVersionsOf } from "./rule.store.js";

/**
 * Ends what a version of a rule replaces when its first instant has come. Prices looked at the dates and took the new one
 * from that instant on already; this is for who looks at the list. Does nothing for one that was ended meanwhile; a
 * repeat does no harm.
 */
export async function beginPriceRule(platform: Platform, ruleVersionId: string): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    await holdRules(tx);
    const version = await ruleVersionById(tx, ruleVersionId);
    if (!version || version.state !== "ACTIVE" || version.activeKey !== null) return;
    const versions = await ruleVersionsOf(tx, [version.ruleId]);
    for (const former of versions.filter(({ state, number }) => state === "ACTIVE" && number < version.number)) {
      const state = ruleLife.after(former.state, "DISABLE");
      await endVersion(tx, former, state);
      tx.record(ruleFacts.ended(former.ruleId, former.number, state));
    }
    await beginVersion(tx, version);
  });
}
