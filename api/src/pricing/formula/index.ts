import type { FormulaNode } from "./ast.js";
import { check } from "./check.js";
import { type Environment, readEnvironment, type Scope } from "./environment.js";
import { type FormulaValue, work } from "./evaluate.js";
import { FormulaError, type FormulaIssue, issueAt } from "./issue.js";
import { parse } from "./parser.js";
import { type FormulaStep, shown, traced } from "./trace.js";

export type { Environment, FormulaTable, FormulaVariable, ValueType } from "./environment.js";
export type { FormulaValue } from "./evaluate.js";
export { formulaFunctions } from "./functions.js";
export { FormulaError, type FormulaIssue, type IssueCode, issueCodes } from "./issue.js";
export { limits as formulaLimits } from "./limits.js";
export type { FormulaStep } from "./trace.js";

/** A formula that was read and found right, with its parameters and tables: frozen, and the same for everybody. */
export interface CompiledFormula {
  readonly source: string;
  readonly root: FormulaNode;
  readonly scope: Scope;
  /** The variables it uses, in the order of the text. */
  readonly uses: readonly string[];
}

export type Compilation =
  | { readonly ok: true; readonly formula: CompiledFormula }
  | { readonly ok: false; readonly issues: readonly FormulaIssue[] };

/**
 * Reads a formula against its parameters and tables and settles every name, type and unit. Never throws: what is wrong
 * comes as issues with code and place, those of parameters and tables first.
 */
export function compile(source: string, environment: Environment): Compilation {
  const { scope, issues } = readEnvironment(environment);
  let root: FormulaNode;
  try {
    root = parse(source);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return { ok: false, issues: [...issues, issueAt(error.code, error, error.data)] };
  }
  const all = [...issues, ...check(root, scope, environment)];
  if (all.length > 0) return { ok: false, issues: all };
  return { ok: true, formula: Object.freeze({ source, root, scope, uses: namesIn(root, scope) }) };
}

/**
 * Works a formula out, exactly. Values of names it doesn't use are not looked at; one that is missing takes its default.
 * Throws FormulaError with code and place, and nothing else. A number comes as decimal text without an exponent.
 */
export function evaluate(formula: CompiledFormula, values: ReadonlyMap<string, FormulaValue>): FormulaValue {
  const value = work(formula.root, formula.scope, values);
  return typeof value === "boolean" ? value : shown(value);
}

/** As `evaluate`, with how it came about: the last step is the whole. */
export function explain(
  formula: CompiledFormula,
  values: ReadonlyMap<string, FormulaValue>,
): { readonly value: FormulaValue; readonly steps: readonly FormulaStep[] } {
  const { value, steps } = traced(formula.root, formula.scope, values);
  return { value: typeof value === "boolean" ? value : shown(value), steps };
}

/** What an input or item with this code is called in a formula: "FLOOR-AREA" is `floor_area`. */
export function formulaName(code: string): string {
  return code.toLowerCase().replaceAll("-", "_");
}

function namesIn(root: FormulaNode, scope: Scope): readonly string[] {
  const names = new Set<string>();
  const waiting: FormulaNode[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.kind === "NAME" && scope.variables.has(node.name)) names.add(node.name);
    waiting.push(...[...childrenOf(node)].reverse());
  }
  return Object.freeze([...names]);
}

function childrenOf(node: FormulaNode): readonly FormulaNode[] {
  switch (node.kind) {
    case "UNARY":
      return [node.operand];
    case "BINARY":
      return [node.left, node.right];
    case "CHOICE":
      return [node.condition, node.yes, node.no];
    case "CALL":
      return node.args;
    default:
      return [];
  }
}
