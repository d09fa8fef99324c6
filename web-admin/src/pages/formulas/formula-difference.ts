import { type FormulaValues, formulaInput } from "./formula-schema";

/** One thing that two versions say differently; null where a version has nothing of the kind. */
export type Difference = {
  readonly part: "EXPRESSION" | "PARAM" | "TABLE" | "RESULT" | "TEST";
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** What changes from one version to another, in the order of the page. */
export function differences(before: FormulaValues, after: FormulaValues): Difference[] {
  const [old, young] = [partsOf(before), partsOf(after)];
  const keys = [...new Set([...old.keys(), ...young.keys()])];
  return keys.flatMap((key) => {
    const [was, is] = [old.get(key), young.get(key)];
    const { part, name } = was ?? is ?? { part: "RESULT" as const, name: "" };
    return was?.text === is?.text ? [] : [{ part, name, before: was?.text ?? null, after: is?.text ?? null }];
  });
}

type Part = { readonly part: Difference["part"]; readonly name: string; readonly text: string };

function partsOf(values: FormulaValues): ReadonlyMap<string, Part> {
  const input = formulaInput(values);
  const parts: Part[] = [
    { part: "EXPRESSION", name: "", text: input.expression },
    { part: "RESULT", name: "", text: `${input.resultUnit ?? ""} ${input.roundingStep} ${input.roundingMode}` },
    ...input.params.map(
      ({ name, type, unit, min, max, options, default: presumed }): Part => ({
        part: "PARAM",
        name,
        text: [type, unit, range(min, max), (options ?? []).join(" / "), presumed && `= ${presumed}`]
          .filter(Boolean)
          .join(" · "),
      }),
    ),
    ...input.tables.map(
      ({ name, rows }): Part => ({
        part: "TABLE",
        name,
        text: rows.map(({ from, key, value }) => `${from ?? key ?? ""} → ${value}`).join("\n"),
      }),
    ),
    ...input.tests.map(
      ({ name, inputs, expected }): Part => ({
        part: "TEST",
        name,
        text: `${inputs.map((each) => `${each.name} ${each.value}`).join(", ")} → ${expected}`,
      }),
    ),
  ];
  return new Map(parts.map((part) => [`${part.part}:${part.name}`, part]));
}

function range(min: string | null | undefined, max: string | null | undefined): string {
  return min || max ? `${min ?? ""} … ${max ?? ""}` : "";
}
