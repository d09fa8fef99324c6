import type { ProductInputSpec } from "../catalogue/product.js";
import { cleanText } from "../identity/account.js";
import { must } from "../kernel/refusal.js";

/** What a customer typed for one of the product's questions. */
export interface InputValue {
  readonly code: string;
  readonly value: string;
}

/** An accepted answer beside the question as it was asked; unanswered optional questions have none. */
export interface Answer {
  readonly code: string;
  readonly label: string;
  readonly value: string;
  readonly unit: string | null;
}

const TEXT_LIMIT = 200;

/** Whether every required question must be answered: for an order yes, for a first look at the price not yet. */
export type Completeness = "COMPLETE" | "SO_FAR";

/**
 * Checks what was typed against the product's questions and returns the answers in the order of the questions.
 * Refuses VALIDATION for a missing, unknown, repeated or malformed one and QUANTITY_OUT_OF_RANGE for a number outside
 * its limits; `field` names the question as `inputs.<code>`.
 */
export function readAnswers(
  specs: readonly ProductInputSpec[],
  given: readonly InputValue[],
  completeness: Completeness,
): Answer[] {
  const typed = new Map(given.map((input) => [input.code, input.value]));
  must(typed.size === given.length, "VALIDATION", { field: "inputs" });
  const known = new Set(specs.map((spec) => spec.code));
  for (const code of typed.keys()) must(known.has(code), "VALIDATION", { field: `inputs.${code.slice(0, 40)}` });
  return specs.flatMap((spec) => {
    const text = (typed.get(spec.code) ?? "").trim();
    must(text !== "" || !spec.required || completeness === "SO_FAR", "VALIDATION", { field: `inputs.${spec.code}` });
    return text === "" ? [] : [{ code: spec.code, label: spec.label, value: checked(spec, text), unit: spec.unit }];
  });
}

/** The number a question was answered with; null when it was not answered. */
export function numberOf(answers: readonly Answer[], code: string): number | null {
  const answer = answers.find((candidate) => candidate.code === code);
  return answer ? Number(answer.value) : null;
}

function checked(spec: ProductInputSpec, text: string): string {
  const field = `inputs.${spec.code}`;
  switch (spec.kind) {
    case "NUMBER":
      return checkedNumber(spec, text, field);
    case "CHOICE":
      must(spec.options.includes(text), "VALIDATION", { field });
      return text;
    case "DATE":
      must(isDay(text), "VALIDATION", { field });
      return text;
    case "TEXT":
      return cleanText(text, field, TEXT_LIMIT);
  }
}

/** Four decimals are as fine as money counts quantities. The value is written back in one form: "012.50" is "12.5". */
function checkedNumber(spec: ProductInputSpec, text: string, field: string): string {
  must(/^-?\d{1,9}(\.\d{1,4})?$/.test(text), "VALIDATION", { field });
  const value = Number(text);
  const inRange = (spec.min === null || value >= spec.min) && (spec.max === null || value <= spec.max);
  must(inRange, "QUANTITY_OUT_OF_RANGE", { field, min: spec.min, max: spec.max });
  return String(value === 0 ? 0 : value);
}

/** A day that is in the calendar, YYYY-MM-DD. */
function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  if (!year || !month || !day || month > 12) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}
