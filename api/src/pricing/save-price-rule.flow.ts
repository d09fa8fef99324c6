import { cleanText } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { ruleFacts } from "./facts.js";
import { type RuleText, ruleLife } from "./rule.js";
import { addRule, addRuleDraft, renameRule, ruleById, ruleVersionsOf, setRuleDraft } from "./rule.store.js";
import { cleanRuleText } from "./rule-draft.js";

interface SavePriceRule {
  /** Null makes a rule at the end of the order. */
  readonly ruleId: string | null;
  /** The draft's version that was seen; null when the rule has no draft yet. */
  readonly version: number | null;
  readonly name: string;
  readonly text: RuleText;
}

/**
 * Writes the draft of a rule: of a new one, of the next version of one in force, or the present draft anew. What is in
 * force stays as it is. Refuses VALIDATION, FORMULA_INVALID, NOT_FOUND, STALE_VERSION.
 */
export async function savePriceRule(platform: Platform, viewer: Viewer, input: SavePriceRule): Promise<string> {
  must(holds(viewer, "pricing.manage"), "FORBIDDEN");
  const name = cleanText(input.name, "name", 60);
  const text = cleanRuleText(input.text);
  return platform.work.run(viewer, async (tx) => {
    const rule = input.ruleId === null ? await addRule(tx, name) : found(await ruleById(tx, input.ruleId));
    const versions = await ruleVersionsOf(tx, [rule.id]);
    const draft = versions.find((version) => ruleLife.allows(version.state, "SAVE"));
    must((draft?.version ?? null) === input.version, "STALE_VERSION");
    const number = draft?.number ?? (versions[0]?.number ?? 0) + 1;
    if (draft) await setRuleDraft(tx, draft, name, text);
    else await addRuleDraft(tx, rule.id, number, name, text);
    await renameRule(tx, rule, name);
    tx.record(ruleFacts.saved(rule.id, number));
    return rule.id;
  });
}
