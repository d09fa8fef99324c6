import { must, Refusal } from "../kernel/refusal.js";
import type { LineBasis } from "./basis.js";
import { Kept } from "./compiled.js";
import { type Exact, exact, ofFen, textOf } from "./exact.js";
import { type CompiledFormula, explain, FormulaError } from "./formula/index.js";
import { compileText, valuesOf, variablesOf } from "./formula-run.js";
import type { FormulaText } from "./formula-version.js";

const compiled = new Kept<CompiledFormula>(500);

/**
 * A line's price in exact yuan by a version of a formula, with the formula in figures. Refuses VALIDATION naming the
 * input that is missing, QUANTITY_OUT_OF_RANGE naming the one outside its limits, and for a formula that gives no price
 * for these inputs.
 */
export function priceByFormula(
  versionId: string,
  text: FormulaText,
  line: Pick<LineBasis, "unitPrice" | "quantity">,
  answers: ReadonlyMap<string, string>,
): { amount: Exact; text: string } {
  const formula = compiled.of(versionId, () => {
    const result = compileText(text);
    if (!result.ok) throw new Error(`Version ${versionId} of a formula does not compile.`);
    return result.formula;
  });
  const told = new Map(answers);
  told.set("unit_price", textOf(ofFen(line.unitPrice)));
  told.set("quantity", String(line.quantity));
  return asRefusal(() => {
    const { value, steps } = explain(formula, valuesOf(variablesOf(text.params), told));
    return { amount: exact(String(value)), text: steps.at(-1)?.text ?? "" };
  });
}

/** Turns what the language throws into a refusal that names the input, as `inputs.<CODE>` where it is one. */
export function asRefusal<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    const { name, ...limits } = error.data;
    const field = name ? `inputs.${name.toUpperCase().replaceAll("_", "-")}` : "inputs";
    must(error.code !== "VALUE_MISSING" && error.code !== "VALUE_MALFORMED", "VALIDATION", { field });
    throw new Refusal("QUANTITY_OUT_OF_RANGE", { field, reason: error.code, ...limits });
  }
}
