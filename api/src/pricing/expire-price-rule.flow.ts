import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { ruleFacts } from "./facts.js";
import { ruleLife } from "./rule.js";
import { endVersion, ruleVersionById } from "./rule.store.js";

/**
 * Ends a rule whose last instant has come. Prices left it out from that instant on already; this is for who looks at the
 * list. Does nothing when it is over; a repeat does no harm.
 */
export async function expirePriceRule(platform: Platform, ruleVersionId: string): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    const version = await ruleVersionById(tx, ruleVersionId);
    if (!version || !ruleLife.allows(version.state, "EXPIRE")) return;
    const state = ruleLife.after(version.state, "EXPIRE");
    await endVersion(tx, version, state);
    tx.record(ruleFacts.ended(version.ruleId, version.number, state));
  });
}
