import * as z from "zod";
import type { FormulaTextInput, FormulaVersionTextFragment } from "../../gql/graphql";

/** Amounts are rounded to one of these, in fen. */
export const roundingSteps = ["1", "10", "100", "1000", "10000"] as const;

const text = z.string().trim();
const param = z.object({
  name: text,
  type: z.enum(["NUMBER", "TEXT", "BOOLEAN"]),
  unit: text,
  min: text,
  max: text,
  options: z.array(z.string()),
  default: text,
});
const table = z.object({
  name: text,
  kind: z.enum(["TIER", "LOOKUP"]),
  rows: z.array(z.object({ key: text, value: text })),
});
const test = z.object({
  name: text.min(1).max(80),
  values: z.record(z.string(), z.string()),
  expected: z.string().min(1),
});

/** What is typed; whether it is a formula is the language's to say, at the place that is wrong. */
export const formulaSchema = z.object({
  code: text.regex(/^[A-Z][A-Z0-9_-]{1,38}$/),
  name: text.min(1).max(60),
  params: z.array(param).max(40),
  tables: z.array(table).max(20),
  expression: z.string(),
  resultUnit: text.max(20),
  roundingStep: z.enum(roundingSteps),
  roundingMode: z.enum(["HALF_UP", "UP", "DOWN"]),
  tests: z.array(test).max(50),
});

export type FormulaValues = z.input<typeof formulaSchema>;

export const emptyParam: FormulaValues["params"][number] = {
  name: "",
  type: "NUMBER",
  unit: "",
  min: "",
  max: "",
  options: [],
  default: "",
};

export const emptyFormula: FormulaValues = {
  code: "",
  name: "",
  params: [{ ...emptyParam, name: "area", unit: "㎡", min: "1" }],
  tables: [],
  expression: "area * 100",
  resultUnit: "元",
  roundingStep: "1",
  roundingMode: "HALF_UP",
  tests: [],
};

/** A name that no parameter and no table has yet: "table_2". */
export function freeName(stem: string, { params, tables }: Pick<FormulaValues, "params" | "tables">): string {
  const taken = new Set([...params, ...tables].map(({ name }) => name));
  let number = 1;
  while (taken.has(`${stem}_${number}`)) number += 1;
  return `${stem}_${number}`;
}

type Sheet = { readonly code: string; readonly name: string };

/** A stored version as the form holds it. */
export function formulaValues({ code, name }: Sheet, version: FormulaVersionTextFragment): FormulaValues {
  return {
    code,
    name,
    params: version.params.map((each) => ({
      ...each,
      unit: each.unit ?? "",
      min: each.min ?? "",
      max: each.max ?? "",
      options: [...each.options],
      default: each.default ?? "",
    })),
    tables: version.tables.map(({ name: table, kind, rows }) => ({
      name: table,
      kind,
      rows: rows.map(({ from, key, value }) => ({ key: (kind === "TIER" ? from : key) ?? "", value })),
    })),
    expression: version.expression,
    resultUnit: version.resultUnit ?? "",
    roundingStep: roundingSteps.find((step) => step === String(version.roundingStep)) ?? "1",
    roundingMode: version.roundingMode,
    tests: version.tests.map((test) => ({
      name: test.name,
      values: Object.fromEntries(test.inputs.map((input) => [input.name, input.value])),
      expected: test.expected,
    })),
  };
}

/** What is typed as the server takes it. An example tells only what its formula may be told. */
export function formulaInput(values: FormulaValues): FormulaTextInput {
  const known = new Set([...values.params.map(({ name }) => name), "unit_price", "quantity"]);
  return {
    params: values.params.map(({ unit, min, max, default: presumed, options, type, name }) => ({
      name,
      type,
      unit: unit || null,
      min: min || null,
      max: max || null,
      options: type === "TEXT" ? options : [],
      default: presumed || null,
    })),
    tables: values.tables.map(({ name, kind, rows }) => ({
      name,
      kind,
      rows: rows.map(({ key, value }) => (kind === "TIER" ? { from: key, value } : { key, value })),
    })),
    expression: values.expression,
    resultUnit: values.resultUnit || null,
    roundingStep: Number(values.roundingStep),
    roundingMode: values.roundingMode,
    tests: values.tests.map((test) => ({
      name: test.name,
      expected: test.expected,
      inputs: Object.entries(test.values)
        .filter(([name, value]) => value !== "" && known.has(name))
        .map(([name, value]) => ({ name, value })),
    })),
  };
}
