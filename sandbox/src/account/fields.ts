import type { Field } from "./templates.js";

const length = (value: string): number => [...value].length;
const upTo = (count: number) => (value: string) => length(value) <= count;
const matching = (pattern: RegExp) => (value: string) => pattern.test(value);

const TIME = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`;
const DATE = String.raw`\d{4}(年(0?[1-9]|1[0-2])月(0?[1-9]|[12]\d|3[01])日|-(0?[1-9]|1[0-2])-(0?[1-9]|[12]\d|3[01]))`;
const range = (point: string): RegExp => new RegExp(`^${point}(\\s?~\\s?${point})?$`);

/** What each type of field takes, as Tencent's table of parameters has it. */
const rules: Readonly<Record<string, (value: string) => boolean>> = {
  thing: upTo(20),
  short_thing: upTo(10),
  character_string: matching(/^[\x20-\x7e]{1,32}$/),
  number: matching(/^(?=.{1,32}$)\d+(\.\d+)?$/),
  letter: matching(/^[A-Za-z]{1,32}$/),
  symbol: (value) => length(value) <= 5 && /^[^\p{L}\p{N}\s]+$/u.test(value),
  phrase: matching(/^\p{Script=Han}{1,5}$/u),
  time: matching(range(`(${DATE} ?)?${TIME}`)),
  date: matching(range(`${DATE}( ?${TIME})?`)),
  amount: matching(/^[¥￥$€£]?\d{1,10}(\.\d+)?元?$/),
  phone_number: matching(/^[\d+\-() ]{1,17}$/),
  car_number: (value) => length(value) <= 8 && /^[\p{Script=Han}A-Z0-9a-z]+$/u.test(value),
  name: (value) => /^[\p{Script=Han}·]{1,10}$/u.test(value) || /^[\x21-\x7e ]{1,20}$/.test(value),
};

/** The first thing wrong with the values of a card, in WeChat's words, or null: `data.thing1.value invalid`. */
export function complaintOf(fields: readonly Field[], data: Readonly<Record<string, unknown>>): string | null {
  for (const field of fields) {
    const value = valueOf(data[field.key]);
    if (value === null || value.trim() === "") return `data.${field.key}.value is empty`;
    if (!fits(field, value)) return `data.${field.key}.value invalid`;
  }
  return null;
}

/** The text under a key, whatever else was sent with it; numbers are taken as their digits. */
export function valueOf(entry: unknown): string | null {
  if (typeof entry !== "object" || entry === null || !("value" in entry)) return null;
  const { value } = entry;
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}

function fits(field: Field, value: string): boolean {
  if (field.values) return field.values.includes(value);
  return rules[field.type]?.(value) ?? false;
}
