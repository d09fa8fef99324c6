import type { FormulaIssue, FormulaTable, FormulaVariable } from "@kaidan/api/formula";
import { compileText, runTests, type TestResult, variablesOf } from "@kaidan/api/formula-run";
import type { FormulaTextInput } from "../../gql/graphql";

/** What the language and the examples say of a text as it stands. */
export type CheckedFormula = {
  readonly issues: readonly FormulaIssue[];
  /** What the formula may name, the built-in ones first. */
  readonly variables: readonly FormulaVariable[];
  readonly tables: readonly FormulaTable[];
  /** What it does name; everything while it can't be read. */
  readonly uses: readonly string[];
  /** One per example, in their order; none while it can't be read. */
  readonly results: readonly TestResult[];
};

/** Checks a formula and runs its examples with the very code the server runs, so both always say the same. */
export function checkFormula(input: FormulaTextInput): CheckedFormula {
  const text = {
    expression: input.expression,
    params: input.params.map((param) => ({
      name: param.name,
      type: param.type,
      unit: param.unit ?? null,
      min: param.min ?? null,
      max: param.max ?? null,
      options: param.options ?? [],
      default: param.default ?? null,
    })),
    tables: input.tables.map(tableOf),
    resultUnit: input.resultUnit ?? null,
    rounding: { step: input.roundingStep, mode: input.roundingMode },
    tests: input.tests.map(({ name, inputs, expected }) => ({ name, inputs, expected: Number(expected) })),
  };
  const compiled = compileText(text);
  const variables = variablesOf(text.params);
  return {
    issues: compiled.ok ? [] : compiled.issues,
    variables,
    tables: text.tables,
    uses: compiled.ok ? compiled.formula.uses : variables.map(({ name }) => name),
    results: runTests(text),
  };
}

function tableOf({ name, kind, rows }: FormulaTextInput["tables"][number]): FormulaTable {
  if (kind === "TIER") return { name, kind, rows: rows.map(({ from, value }) => ({ from: from ?? "", value })) };
  return { name, kind, rows: rows.map(({ key, value }) => ({ key: key ?? "", value })) };
}
