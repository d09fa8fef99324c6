import type { ProductInputSpec } from "../catalogue/product.js";
import { dayOf } from "../kernel/day.js";
import { type FormulaVariable, formulaName } from "./formula/index.js";
import type { Answer } from "./inputs.js";

const plain = (name: string, unit: string | null = null): FormulaVariable => ({
  ...{ name, type: "NUMBER", unit, min: null, max: null, options: [], default: null },
});

/** The product's inputs as an expression names them; a date has its month, its day and its day of the week beside it. */
export function inputVariables(inputs: readonly ProductInputSpec[]): FormulaVariable[] {
  return inputs.flatMap((input) => {
    const name = formulaName(input.code);
    if (input.kind === "NUMBER") {
      const [min, max] = [input.min, input.max].map((limit) => (limit === null ? null : String(limit)));
      return [{ ...plain(name, input.unit), min: min ?? null, max: max ?? null }];
    }
    const options = input.kind === "CHOICE" ? input.options : [];
    const text: FormulaVariable = { ...plain(name), type: "TEXT", options };
    return input.kind === "DATE" ? [text, ...dateParts(name).map((part) => plain(part))] : [text];
  });
}

/** What was answered, by the names of expressions. */
export function answerValues(answers: readonly Pick<Answer, "code" | "value">[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const { code, value } of answers) {
    const name = formulaName(code);
    values.set(name, value);
    const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
    if (day) for (const [part, number] of datePartsOf(name, value)) values.set(part, number);
  }
  return values;
}

/** Names that every rule may use beside its parameters. */
export const ruleVariables: readonly FormulaVariable[] = [
  plain("amount", "元"),
  plain("unit_price", "元"),
  plain("quantity"),
  plain("components"),
  ...dateParts("order").map((part) => plain(part)),
];

/** Values of the names that hang on when an order is placed: its month, day and day of the week, in Shanghai. */
export function momentValues(at: number): [string, string][] {
  return datePartsOf("order", dayOf(at));
}

/** The input that a name of an expression stands for; undefined when it is none of the product's. */
export function inputOfName(inputs: readonly ProductInputSpec[], name: string): ProductInputSpec | undefined {
  return inputs.find((input) => {
    const own = formulaName(input.code);
    return own === name || (input.kind === "DATE" && dateParts(own).includes(name));
  });
}

function dateParts(name: string): string[] {
  return [`${name}_month`, `${name}_day`, `${name}_weekday`];
}

/** Monday is 1, Sunday 7. */
function datePartsOf(name: string, day: string): [string, string][] {
  const date = new Date(`${day}T00:00:00Z`);
  const numbers = [date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCDay() || 7];
  return dateParts(name).map((part, index) => [part, String(numbers[index])]);
}
