import type { Component, ProductInputSpec } from "../catalogue/product.js";
import { must, Refusal } from "../kernel/refusal.js";
import { Kept } from "./compiled.js";
import { exact, roundToFen } from "./exact.js";
import { type CompiledFormula, compile, evaluate, FormulaError } from "./formula/index.js";
import { valuesOf } from "./formula-run.js";
import { type Answer, type Completeness, numberOf } from "./inputs.js";
import { inputOfName, inputVariables } from "./names.js";
import { WHOLE_FEN } from "./rounding.js";

const QUANTITY_LIMIT = 1_000_000;
const compiled = new Kept<CompiledFormula>(1_000);

/** What has to be known of a component to say how much of it there is. */
export type Measured = Pick<
  Component,
  "id" | "itemName" | "quantityKind" | "quantityInput" | "quantity" | "quantityFormula"
>;

interface Asked {
  readonly inputs: readonly ProductInputSpec[];
}

/** Compiles a quantity's expression over a product's inputs; what is wrong with it comes as issues. */
export function compileQuantity(expression: string, inputs: readonly ProductInputSpec[]): ReturnType<typeof compile> {
  return compile(expression, { variables: inputVariables(inputs), tables: [], result: "NUMBER", resultUnit: null });
}

/**
 * How much of a component there is: what the product fixes, what the customer told, or what its expression makes of it,
 * with four decimals. Refuses VALIDATION naming the input that is missing, QUANTITY_OUT_OF_RANGE.
 */
export function quantityOf(
  component: Measured,
  version: Asked,
  answers: readonly Answer[],
  values: ReadonlyMap<string, string>,
  completeness: Completeness,
): number {
  const { quantityKind, quantityInput } = component;
  if (quantityKind === "FORMULA") return quantityByFormula(component, version, values, completeness);
  const quantity = quantityKind === "INPUT" ? numberOf(answers, quantityInput ?? "") : component.quantity;
  return withinLimits(quantity, quantityKind === "INPUT" ? `inputs.${quantityInput}` : "choices");
}

function quantityByFormula(
  component: Measured,
  { inputs }: Asked,
  told: ReadonlyMap<string, string>,
  completeness: Completeness,
): number {
  const source = component.quantityFormula ?? "";
  const formula = compiled.of(`${component.id}:${source}`, () => {
    const result = compileQuantity(source, inputs);
    must(result.ok, "PRODUCT_NOT_AVAILABLE", { field: "choices", item: component.itemName });
    return result.formula;
  });
  try {
    const text = String(evaluate(formula, valuesOf(inputVariables(inputs), told)));
    return withinLimits(fourDecimals(text), "inputs");
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    const missing = error.code === "VALUE_MISSING";
    if (missing && completeness === "SO_FAR" && component.quantity !== null) return component.quantity;
    const input = inputOfName(inputs, error.data["name"] ?? "");
    const field = input ? `inputs.${input.code}` : "inputs";
    throw new Refusal(missing ? "VALIDATION" : "QUANTITY_OUT_OF_RANGE", { field, reason: error.code });
  }
}

/** Rounded half up to ten-thousandths, as fine as money counts quantities. */
function fourDecimals(text: string): number {
  const { digits, scale } = exact(text);
  return roundToFen({ digits: digits * 100n, scale }, WHOLE_FEN) / 10_000;
}

function withinLimits(quantity: number | null, field: string): number {
  must(quantity !== null, "VALIDATION", { field });
  must(quantity > 0 && quantity <= QUANTITY_LIMIT, "QUANTITY_OUT_OF_RANGE", { field, max: QUANTITY_LIMIT });
  return quantity;
}
