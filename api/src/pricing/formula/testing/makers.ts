import type { Environment, FormulaTable, FormulaVariable, ValueType } from "../environment.js";
import { compile, evaluate, explain, FormulaError, type FormulaIssue, type FormulaValue } from "../index.js";

export function aVariable(
  name: string,
  type: ValueType = "NUMBER",
  rest: Partial<FormulaVariable> = {},
): FormulaVariable {
  return { name, type, unit: null, min: null, max: null, options: [], default: null, ...rest };
}

export function anEnvironment(rest: Partial<Environment> = {}): Environment {
  return { variables: [], tables: [], result: "NUMBER", resultUnit: null, ...rest };
}

export function tiers(name: string, ...rows: readonly (readonly [from: string, value: string])[]): FormulaTable {
  return { name, kind: "TIER", rows: rows.map(([from, value]) => ({ from, value })) };
}

export function keys(name: string, ...rows: readonly (readonly [key: string, value: string])[]): FormulaTable {
  return { name, kind: "LOOKUP", rows: rows.map(([key, value]) => ({ key, value })) };
}

export type Values = Readonly<Record<string, FormulaValue>>;

/** What a formula comes to. */
export function valueOf(source: string, environment: Environment = anEnvironment(), values: Values = {}): FormulaValue {
  return evaluate(compiled(source, environment), new Map(Object.entries(values)));
}

/** The trace of a formula as lines, "max(0, 60 − 50) = 10". */
export function stepsOf(source: string, environment: Environment, values: Values = {}): string[] {
  const { steps } = explain(compiled(source, environment), new Map(Object.entries(values)));
  return steps.map(({ text, value }) => `${text} = ${value}`);
}

/** Everything wrong with a formula before it is worked out. */
export function issuesOf(source: string, environment: Environment = anEnvironment()): readonly FormulaIssue[] {
  const result = compile(source, environment);
  return result.ok ? [] : result.issues;
}

/** Why a right formula can't be worked out: code, place and data. */
export function errorOf(source: string, environment: Environment = anEnvironment(), values: Values = {}) {
  try {
    return valueOf(source, environment, values);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return { code: error.code, from: error.from, to: error.to, data: error.data };
  }
}

function compiled(source: string, environment: Environment) {
  const result = compile(source, environment);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.formula;
}
