import { Kept } from "./compiled.js";
import { compare, type Exact, exact, multiply, shortened, sum, textOf } from "./exact.js";
import {
  type CompiledFormula,
  compile,
  evaluate,
  FormulaError,
  type FormulaIssue,
  type FormulaVariable,
} from "./formula/index.js";
import { asRefusal } from "./formula-price.js";
import { valuesOf } from "./formula-run.js";
import { ruleVariables } from "./names.js";
import type { PricingRule, RuleText } from "./rule.js";

/** The rule's parameters with what every rule is told. */
export function variablesOfRule(params: readonly FormulaVariable[]): FormulaVariable[] {
  const declared = new Set(params.map((param) => param.name));
  return [...ruleVariables.filter((one) => !declared.has(one.name)), ...params];
}

type Part = "condition" | "formula";

/** Compiles the condition or the formula of a rule; null when it has none. */
export function compilePart(text: Pick<RuleText, "params" | Part>, part: Part): ReturnType<typeof compile> | null {
  const source = text[part];
  if (source === null) return null;
  const variables = variablesOfRule(text.params);
  const result = part === "condition" ? "BOOLEAN" : "NUMBER";
  return compile(source, { variables, tables: [], result, resultUnit: part === "condition" ? null : "元" });
}

/** The first thing wrong with a rule's expressions; undefined when both can be worked out. */
export function issueOf(text: Pick<RuleText, "params" | Part>): { part: Part; issue: FormulaIssue } | undefined {
  for (const part of ["condition", "formula"] as const) {
    const result = compilePart(text, part);
    const issue = result && !result.ok ? result.issues[0] : undefined;
    if (issue) return { part, issue };
  }
  return undefined;
}

const compiled = new Kept<CompiledFormula | null>(1_000);

function partOf(rule: PricingRule, part: Part): CompiledFormula | null {
  return compiled.of(`${rule.id}:${part}`, () => {
    const result = compilePart(rule, part);
    return result?.ok ? result.formula : null;
  });
}

/** Decimals of an amount under way as expressions are told it: more than any price turns on, and within what they read. */
const TOLD_PLACES = 20;

/** What says that a rule is not about this product: it does not ask, or asks with other options. */
const NOT_ASKED: ReadonlySet<string> = new Set(["VALUE_MISSING", "OPTION_UNKNOWN"]);

/**
 * The amount in exact yuan after a rule, or null when it does not count: its condition is false, or the product does
 * not ask what it would need to know. An amount it leaves alone counts as changed: `stop` ends the rules all the same.
 *
 * Refuses VALIDATION and QUANTITY_OUT_OF_RANGE, as a formula does, when the rule can't be worked out for what was
 * answered: leaving it out would lose a surcharge or a discount without a word.
 */
export function applyRule(rule: PricingRule, amount: Exact, answers: ReadonlyMap<string, string>): Exact | null {
  const told = new Map(answers).set("amount", textOf(shortened(amount, TOLD_PLACES)));
  return asRefusal(() => countedRule(rule, amount, told));
}

function countedRule(rule: PricingRule, amount: Exact, told: ReadonlyMap<string, string>): Exact | null {
  try {
    const values = valuesOf(variablesOfRule(rule.params), told);
    const condition = partOf(rule, "condition");
    if (rule.condition !== null && (!condition || evaluate(condition, values) !== true)) return null;
    if (rule.action !== "FORMULA") return changed(rule, amount);
    const formula = partOf(rule, "formula");
    return formula ? exact(String(evaluate(formula, values))) : null;
  } catch (error) {
    if (error instanceof FormulaError && NOT_ASKED.has(error.code)) return null;
    throw error;
  }
}

function changed({ action, value }: PricingRule, amount: Exact): Exact {
  const given = exact(value ?? "0");
  switch (action) {
    case "ADD":
      return sum(amount, given);
    case "MULTIPLY":
      return multiply(amount, given);
    case "MIN":
      return compare(amount, given) < 0 ? given : amount;
    case "MAX":
      return compare(amount, given) > 0 ? given : amount;
    default:
      return given;
  }
}
