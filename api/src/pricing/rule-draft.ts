import { cleanText } from "../identity/account.js";
import { must } from "../kernel/refusal.js";
import { cleanParams } from "./formula-draft.js";
import { EVERYWHERE, type RuleScope, type RuleText, ruleActions } from "./rule.js";
import { issueOf } from "./rule-run.js";

const EXPRESSION_LIMIT = 2_000;
const SCOPE_LIMIT = 200;

/**
 * Checks a rule's draft as it was sent. Refuses VALIDATION naming what is malformed, and FORMULA_INVALID with the code
 * and place of the first issue of its condition or its formula.
 */
export function cleanRuleText(text: RuleText): RuleText {
  const params = cleanParams(text.params);
  const condition = cleanExpression(text.condition, "condition");
  const byFormula = text.action === "FORMULA";
  const formula = byFormula ? cleanExpression(text.formula, "formula") : null;
  must(!byFormula || formula !== null, "VALIDATION", { field: "formula" });
  const value = byFormula ? null : cleanValue(text);
  const { validFrom, validTo } = text;
  must(validFrom === null || validTo === null || validFrom < validTo, "VALIDATION", { field: "validTo" });
  const clean = { ...text, params, condition, formula, value, scope: cleanScope(text.scope) };
  const wrong = issueOf(clean);
  if (wrong) {
    const { code, from, to } = wrong.issue;
    must(false, "FORMULA_INVALID", { field: wrong.part, issue: code, from, to });
  }
  return clean;
}

/** The ids a scope names, each once. Refuses VALIDATION for too many. */
export function cleanScope(scope: RuleScope): RuleScope {
  const lists = Object.keys(EVERYWHERE).map((name) => {
    const list = [...new Set(scope[name as keyof RuleScope])];
    must(list.length <= SCOPE_LIMIT, "VALIDATION", { field: "scope", max: SCOPE_LIMIT });
    return [name, list.map((id) => cleanText(id, "scope", 40))];
  });
  return Object.fromEntries(lists) as RuleScope;
}

function cleanExpression(text: string | null, field: string): string | null {
  if (text === null || text.trim() === "") return null;
  must(text.length <= EXPRESSION_LIMIT, "VALIDATION", { field, max: EXPRESSION_LIMIT });
  return text.trim();
}

/** Yuan with whole fen, or a factor above 0 and below 100 with six decimals. */
function cleanValue({ action, value }: RuleText): string {
  const field = "value";
  must(ruleActions.includes(action), "VALIDATION", { field: "action" });
  const text = (value ?? "").trim();
  if (action === "MULTIPLY") {
    must(/^\d{1,2}(\.\d{1,6})?$/.test(text) && Number(text) > 0, "VALIDATION", { field });
    return text;
  }
  const sign = action === "ADD" ? "-?" : "";
  must(new RegExp(`^${sign}\\d{1,9}(\\.\\d{1,2})?$`).test(text), "VALIDATION", { field });
  return text;
}
