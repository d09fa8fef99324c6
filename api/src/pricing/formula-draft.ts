import { cleanText } from "../identity/account.js";
import { must } from "../kernel/refusal.js";
import type { FormulaTable, FormulaVariable } from "./formula/index.js";
import { compileText } from "./formula-run.js";
import type { FormulaTest, FormulaText } from "./formula-version.js";
import type { Rounding } from "./rounding.js";
import { roundingModes } from "./rounding.js";

const NAME = /^[a-z][a-z0-9_]{0,39}$/;
const NUMBER = /^-?\d{1,15}(\.\d{1,10})?$/;
const MOST = { expression: 2_000, params: 40, tables: 20, rows: 100, tests: 50, options: 30 } as const;

/** What a formula is called in products and rules; fixed from the start. */
export function cleanFormulaCode(code: string): string {
  const text = code.trim();
  must(/^[A-Z][A-Z0-9_-]{1,38}$/.test(text), "VALIDATION", { field: "code" });
  return text;
}

/**
 * Checks a draft as it was sent. Refuses VALIDATION naming what is malformed or too much, and FORMULA_INVALID with the
 * first issue's code and place in the expression when it can't be compiled.
 */
export function cleanFormulaText(text: FormulaText): FormulaText {
  const params = cleanParams(text.params);
  const tables = limited(text.tables, MOST.tables, "tables").map(cleanTable);
  must(new Set(tables.map((table) => table.name)).size === tables.length, "VALIDATION", { field: "tables" });
  const tests = limited(text.tests, MOST.tests, "tests").map(cleanTest);
  must(text.expression.length <= MOST.expression, "VALIDATION", { field: "expression", max: MOST.expression });
  const resultUnit = text.resultUnit === null ? null : cleanText(text.resultUnit, "resultUnit", 20);
  const rounding = cleanRounding(text.rounding);
  const clean = { expression: text.expression, params, tables, tests, resultUnit, rounding };
  const compiled = compileText(clean);
  if (!compiled.ok) {
    const issue = compiled.issues[0];
    must(issue, "VALIDATION", { field: "expression" });
    must(false, "FORMULA_INVALID", { field: "expression", issue: issue.code, from: issue.from, to: issue.to });
  }
  return clean;
}

/** Checks parameters as they were sent. Refuses VALIDATION naming what is malformed, twice or too much. */
export function cleanParams(given: readonly FormulaVariable[]): FormulaVariable[] {
  const params = limited(given, MOST.params, "params").map(cleanParam);
  must(new Set(params.map((param) => param.name)).size === params.length, "VALIDATION", { field: "params" });
  return params;
}

function cleanRounding({ step, mode }: Rounding): Rounding {
  const known = Number.isSafeInteger(step) && step >= 1 && step <= 1_000_000 && roundingModes.includes(mode);
  must(known, "VALIDATION", { field: "rounding" });
  return { step, mode };
}

function cleanParam(param: FormulaVariable): FormulaVariable {
  const field = "params";
  must(NAME.test(param.name), "VALIDATION", { field });
  const { name, type } = param;
  const number = (text: string | null): boolean => text === null || (type === "NUMBER" && NUMBER.test(text));
  must(number(param.min) && number(param.max), "VALIDATION", { field, name });
  const options = limited(param.options, MOST.options, field).map((option) => cleanText(option, field, 60));
  const unit = param.unit === null || param.unit.trim() === "" ? null : cleanText(param.unit, field, 20);
  const { min, max, default: presumed } = param;
  const fits =
    presumed === null ||
    type === "TEXT" ||
    (type === "NUMBER" ? NUMBER.test(presumed) : /^(true|false)$/.test(presumed));
  must(fits, "VALIDATION", { field, name });
  return { name, type, unit, min, max, options, default: presumed };
}

function cleanTable(table: FormulaTable): FormulaTable {
  const field = "tables";
  const { name } = table;
  must(NAME.test(name), "VALIDATION", { field });
  must(table.rows.length > 0, "VALIDATION", { field, name });
  limited<unknown>(table.rows, MOST.rows, field);
  must(
    table.rows.every((row) => NUMBER.test(row.value)),
    "VALIDATION",
    { field, name },
  );
  if (table.kind === "TIER") {
    const rows = table.rows.map(({ from, value }) => ({ from, value }));
    must(
      rows.every(({ from }) => NUMBER.test(from)),
      "VALIDATION",
      { field, name },
    );
    return { name, kind: "TIER", rows };
  }
  return {
    name,
    kind: "LOOKUP",
    rows: table.rows.map(({ key, value }) => ({ key: cleanText(key, field, 60), value })),
  };
}

function cleanTest(test: FormulaTest): FormulaTest {
  const field = "tests";
  must(Number.isSafeInteger(test.expected), "VALIDATION", { field });
  const inputs = limited(test.inputs, MOST.params + 2, field).map(({ name, value }) => {
    must(NAME.test(name) && value.length <= 200, "VALIDATION", { field });
    return { name, value };
  });
  return { name: cleanText(test.name, field, 80), inputs, expected: test.expected };
}

function limited<T>(list: readonly T[], most: number, field: string): readonly T[] {
  must(list.length <= most, "VALIDATION", { field, max: most });
  return list;
}
