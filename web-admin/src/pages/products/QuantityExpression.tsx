import { compile, type FormulaVariable, formulaName } from "@kaidan/api/formula";
import { FormulaEditor } from "@kaidan/web-kit/formula/FormulaEditor";
import { useLingui } from "@lingui/react/macro";
import { Controller } from "react-hook-form";
import type { QuestionValues } from "./draft-schema";
import type { DraftForm } from "./useDraftForm";

/** How much of a component there is, as an expression of the customer's answers; checked by the server's own language. */
export function QuantityExpression({ form, index }: { form: DraftForm; index: number }) {
  const { t } = useLingui();
  const variables = form
    .watch("inputs")
    .filter(({ code }) => code !== "")
    .flatMap(variablesOf);
  return (
    <Controller
      control={form.control}
      name={`components.${index}.quantityFormula`}
      render={({ field }) => {
        const source = field.value.trim();
        const result = compile(source, { variables, tables: [], result: "NUMBER", resultUnit: null });
        return (
          <FormulaEditor
            label={t`数量算式`}
            value={field.value}
            onChange={field.onChange}
            issues={source === "" || result.ok ? [] : result.issues}
            variables={variables}
            tables={[]}
          />
        );
      }}
    />
  );
}

/** A question as an expression names it; of a date its month, day and day of the week are numbers beside it. */
function variablesOf({ code, kind, unit, min, max, options }: QuestionValues): FormulaVariable[] {
  const name = formulaName(code);
  const plain = { unit: null, min: null, max: null, options: [], default: null };
  if (kind === "NUMBER") {
    const [least, greatest] = [min, max].map((limit) => (limit === "" ? null : String(limit)));
    return [{ ...plain, name, type: "NUMBER", unit: unit || null, min: least ?? null, max: greatest ?? null }];
  }
  const text: FormulaVariable = { ...plain, name, type: "TEXT", options: kind === "CHOICE" ? options : [] };
  if (kind !== "DATE") return [text];
  return [
    text,
    ...["month", "day", "weekday"].map((part) => ({ ...plain, name: `${name}_${part}`, type: "NUMBER" as const })),
  ];
}
