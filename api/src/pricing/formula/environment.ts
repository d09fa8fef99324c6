import { type FormulaIssue, type IssueCode, issueAt, nowhere } from "./issue.js";
import { isName, isPlainText, words } from "./lexer.js";
import { limits } from "./limits.js";
import { compare, type Rational, readDecimal } from "./rational.js";
import { readUnit, type Unit } from "./units.js";

export type ValueType = "NUMBER" | "TEXT" | "BOOLEAN";

/**
 * A name a formula may use. Limits, options and default are decimal text for a NUMBER; a TEXT without options takes any
 * text; the default of a BOOLEAN is "true" or "false". Without a default a value must be given.
 */
export interface FormulaVariable {
  readonly name: string;
  readonly type: ValueType;
  readonly unit: string | null;
  readonly min: string | null;
  readonly max: string | null;
  readonly options: readonly string[];
  readonly default: string | null;
}

/** TIER: the row with the greatest `from` at or below the number. LOOKUP: the row with exactly this text. */
export type FormulaTable =
  | {
      readonly name: string;
      readonly kind: "TIER";
      readonly rows: readonly { readonly from: string; readonly value: string }[];
    }
  | {
      readonly name: string;
      readonly kind: "LOOKUP";
      readonly rows: readonly { readonly key: string; readonly value: string }[];
    };

/** What a formula is compiled against. A `resultUnit` of null lets the result have any unit. */
export interface Environment {
  readonly variables: readonly FormulaVariable[];
  readonly tables: readonly FormulaTable[];
  readonly result: "NUMBER" | "BOOLEAN";
  readonly resultUnit: string | null;
}

/** A variable as the evaluator reads it. */
export interface Variable {
  readonly name: string;
  readonly type: ValueType;
  readonly unit: Unit;
  readonly unitText: string | null;
  readonly min: Rational | null;
  readonly max: Rational | null;
  readonly options: readonly string[];
  readonly default: string | null;
}

/** A table as the evaluator reads it: tiers by rising `from`. */
export type Table =
  | { readonly name: string; readonly kind: "TIER"; readonly tiers: readonly { from: Rational; value: Rational }[] }
  | { readonly name: string; readonly kind: "LOOKUP"; readonly values: ReadonlyMap<string, Rational> };

/** Names are looked up in maps only, so no name reaches an object's prototype. */
export interface Scope {
  readonly variables: ReadonlyMap<string, Variable>;
  readonly tables: ReadonlyMap<string, Table>;
}

/** Reads parameters and tables; what is wrong with them is told by `data.name` and, of a row, its number in `data.row`. */
export function readEnvironment(environment: Environment): { scope: Scope; issues: FormulaIssue[] } {
  const issues: FormulaIssue[] = [];
  // A variable may be called like a function, as `floor` is: what is followed by a bracket is the function.
  const taken = new Set<string>([...words, "if"]);
  const variables = new Map<string, Variable>();
  const tables = new Map<string, Table>();
  const tell = (code: IssueCode, name: string, data: Record<string, string> = {}) => {
    if (issues.length < limits.issues) issues.push(issueAt(code, nowhere, { name, ...data }));
  };
  const named = (name: string) => {
    if (!isName(name)) tell("NAME_INVALID", name.slice(0, limits.nameCharacters));
    else if (taken.has(name)) tell("NAME_TAKEN", name);
    taken.add(name);
  };
  if (environment.variables.length > limits.variables)
    tell("VARIABLE_INVALID", "", { limit: String(limits.variables) });
  for (const variable of environment.variables.slice(0, limits.variables)) {
    named(variable.name);
    variables.set(variable.name, readVariable(variable, tell));
  }
  if (environment.tables.length > limits.tables) tell("TABLE_INVALID", "", { limit: String(limits.tables) });
  for (const table of environment.tables.slice(0, limits.tables)) {
    named(table.name);
    tables.set(table.name, table.kind === "TIER" ? readTiers(table, tell) : readLookup(table, tell));
  }
  if (readUnit(environment.resultUnit) === null) tell("UNIT_INVALID", "", { unit: String(environment.resultUnit) });
  return { scope: { variables, tables }, issues };
}

type Tell = (code: IssueCode, name: string, data?: Record<string, string>) => void;

function readVariable(spec: FormulaVariable, tell: Tell): Variable {
  const { name, type, options } = spec;
  const unit = readUnit(spec.unit);
  if (unit === null || (type !== "NUMBER" && spec.unit)) tell("UNIT_INVALID", name, { unit: String(spec.unit) });
  const [min, max] = [limitOf(spec, spec.min, tell), limitOf(spec, spec.max, tell)];
  if (min && max && compare(min, max) > 0) tell("VARIABLE_INVALID", name);
  const plain = type === "TEXT" && options.length <= limits.options && options.every(isPlainText);
  if (options.length > 0 && (!plain || new Set(options).size < options.length)) tell("VARIABLE_INVALID", name);
  const variable = { name, type, unit: unit ?? "ANY", unitText: spec.unit, min, max, options, default: spec.default };
  if (spec.default !== null && !fits(variable, spec.default)) tell("DEFAULT_INVALID", name, { value: spec.default });
  return Object.freeze(variable);
}

function limitOf(spec: FormulaVariable, text: string | null, tell: Tell): Rational | null {
  if (text === null) return null;
  const limit = spec.type === "NUMBER" ? readDecimal(text) : null;
  if (!limit) tell("VARIABLE_INVALID", spec.name);
  return limit;
}

function fits(variable: Variable, text: string): boolean {
  if (variable.type === "TEXT")
    return isPlainText(text) && (variable.options.length === 0 || variable.options.includes(text));
  if (variable.type === "BOOLEAN") return text === "true" || text === "false";
  const value = readDecimal(text);
  return value !== null && isWithin(variable, value);
}

/** Whether a number is within a variable's limits, both included. */
export function isWithin(variable: Variable, value: Rational): boolean {
  const { min, max } = variable;
  return (min === null || compare(value, min) >= 0) && (max === null || compare(value, max) <= 0);
}

function readTiers(table: FormulaTable & { kind: "TIER" }, tell: Tell): Table {
  checkSize(table, tell);
  const tiers = table.rows.slice(0, limits.tableRows).flatMap((row, index) => {
    const [from, value] = [readDecimal(row.from), readDecimal(row.value)];
    const at = { row: String(index + 1) };
    if (!from || !value) tell("ROW_INVALID", table.name, at);
    return from && value ? [{ from, value, at }] : [];
  });
  tiers.sort((a, b) => compare(a.from, b.from));
  for (const [index, { from, at }] of tiers.entries()) {
    const before = tiers[index - 1];
    if (before && compare(before.from, from) === 0) tell("ROW_REPEATED", table.name, at);
  }
  const frozen = tiers.map(({ from, value }) => Object.freeze({ from, value }));
  return Object.freeze({ name: table.name, kind: "TIER", tiers: Object.freeze(frozen) });
}

function readLookup(table: FormulaTable & { kind: "LOOKUP" }, tell: Tell): Table {
  checkSize(table, tell);
  const values = new Map<string, Rational>();
  for (const [index, row] of table.rows.slice(0, limits.tableRows).entries()) {
    const value = readDecimal(row.value);
    const at = { row: String(index + 1) };
    if (!value || !isPlainText(row.key) || row.key === "") tell("ROW_INVALID", table.name, at);
    else if (values.has(row.key)) tell("ROW_REPEATED", table.name, at);
    else values.set(row.key, value);
  }
  return Object.freeze({ name: table.name, kind: "LOOKUP", values });
}

function checkSize(table: FormulaTable, tell: Tell): void {
  if (table.rows.length === 0) tell("TABLE_INVALID", table.name);
  if (table.rows.length > limits.tableRows) tell("TABLE_INVALID", table.name, { limit: String(limits.tableRows) });
}
