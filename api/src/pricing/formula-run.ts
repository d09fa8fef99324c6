import { Refusal } from "../kernel/refusal.js";
import { exact, roundToFen } from "./exact.js";
import {
  type CompiledFormula,
  compile,
  evaluate,
  FormulaError,
  type FormulaIssue,
  type FormulaValue,
  type FormulaVariable,
} from "./formula/index.js";
import type { FormulaTest, FormulaText } from "./formula-version.js";

const builtIn = (name: string, unit: string | null): FormulaVariable => ({
  name,
  type: "NUMBER",
  unit,
  min: "0",
  max: null,
  options: [],
  default: null,
});

/** What every price formula is told without asking: the supplier's price of one unit, and how many there are. */
export const builtIns: readonly FormulaVariable[] = [builtIn("unit_price", "元"), builtIn("quantity", null)];

/** The parameters with the built-in ones; a formula may declare those itself to give them units and limits. */
export function variablesOf(params: readonly FormulaVariable[]): FormulaVariable[] {
  const declared = new Set(params.map((param) => param.name));
  return [...builtIns.filter((one) => !declared.has(one.name)), ...params];
}

type Compiled =
  | { readonly ok: true; readonly formula: CompiledFormula }
  | { readonly ok: false; readonly issues: readonly FormulaIssue[] };

/** Compiles a price formula: its result is a number of its result unit. */
export function compileText(text: Pick<FormulaText, "expression" | "params" | "tables" | "resultUnit">): Compiled {
  const { expression, params, tables, resultUnit } = text;
  return compile(expression, { variables: variablesOf(params), tables, result: "NUMBER", resultUnit });
}

/** How a stored example came out: what it gave in fen, or why it gave nothing. */
export interface TestResult {
  readonly test: FormulaTest;
  readonly actual: number | null;
  readonly error: string | null;
  readonly passed: boolean;
}

/** Runs the stored examples of a text that compiles; without one that compiles there are none. */
export function runTests(text: FormulaText): TestResult[] {
  const compiled = compileText(text);
  if (!compiled.ok) return [];
  return text.tests.map((test) => runTest(compiled.formula, text, test));
}

/** Whether a text may be TESTED: it has examples and every one came out. */
export const allGreen = (results: readonly TestResult[]): boolean =>
  results.length > 0 && results.every((result) => result.passed);

function runTest(formula: CompiledFormula, text: FormulaText, test: FormulaTest): TestResult {
  const typed = new Map(test.inputs.map(({ name, value }) => [name, value]));
  try {
    const values = valuesOf(variablesOf(text.params), typed);
    const actual = roundToFen(exact(String(evaluate(formula, values))), text.rounding);
    return { test, actual, error: null, passed: actual === test.expected };
  } catch (error) {
    if (!(error instanceof FormulaError) && !(error instanceof Refusal)) throw error;
    return { test, actual: null, error: error.code, passed: false };
  }
}

/** Values by name as the language takes them; what was not told is what the parameter presumes, or left out. */
export function valuesOf(
  variables: readonly FormulaVariable[],
  typed: ReadonlyMap<string, string>,
): Map<string, FormulaValue> {
  const values = new Map<string, FormulaValue>();
  for (const { name, type, default: presumed } of variables) {
    const text = typed.get(name) ?? presumed;
    if (text !== null) values.set(name, type === "BOOLEAN" ? text === "true" : text);
  }
  return values;
}
