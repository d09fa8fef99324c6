import { limits } from "./limits.js";

/** How a function of the language is called. Every one is written here; nobody can add one. */
export interface FunctionSpec {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** What stands between the brackets, for completion. */
  readonly parameters: string;
}

const specs: readonly FunctionSpec[] = [
  { name: "if", least: 3, most: 3, parameters: "condition, then, otherwise" },
  { name: "min", least: 2, most: limits.arguments, parameters: "a, b, …" },
  { name: "max", least: 2, most: limits.arguments, parameters: "a, b, …" },
  { name: "abs", least: 1, most: 1, parameters: "x" },
  { name: "floor", least: 1, most: 2, parameters: "x, step" },
  { name: "ceil", least: 1, most: 2, parameters: "x, step" },
  { name: "round", least: 1, most: 2, parameters: "x, step" },
  { name: "clamp", least: 3, most: 3, parameters: "x, least, most" },
  { name: "tier", least: 2, most: 2, parameters: "table, x" },
  { name: "lookup", least: 2, most: 2, parameters: "table, key" },
];

export const formulaFunctions: ReadonlyMap<string, FunctionSpec> = byName();

function byName(): Map<string, FunctionSpec> {
  const functions = new Map<string, FunctionSpec>();
  for (const spec of specs) functions.set(spec.name, spec);
  return functions;
}
