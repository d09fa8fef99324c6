import type { ProductInputSpec } from "../catalogue/product.js";
import type { InputValue } from "./inputs.js";

const SAMPLES = 20;

/**
 * Twenty answers to a product's questions, always the same ones: the least numbers, the greatest, and steps between
 * that differ from question to question; every option of a choice, every month of a date.
 */
export function sampleInputs(inputs: readonly ProductInputSpec[]): InputValue[][] {
  return Array.from({ length: SAMPLES }, (_, sample) =>
    inputs.map((input, place) => ({ code: input.code, value: answer(input, sample, place) })),
  );
}

/** What a price "from" and a first look assume: the least number above zero, the first option. */
export function assumedInputs(inputs: readonly ProductInputSpec[]): InputValue[] {
  return inputs.map((input) => {
    const least = input.min !== null && input.min > 0 ? input.min : 1;
    return { code: input.code, value: input.kind === "NUMBER" ? String(least) : answer(input, 0, 0) };
  });
}

function answer(input: ProductInputSpec, sample: number, place: number): string {
  switch (input.kind) {
    case "NUMBER":
      return numberBetween(input, sample, place);
    case "CHOICE":
      return input.options[(sample + place) % Math.max(1, input.options.length)] ?? "";
    case "DATE":
      return `2027-${String(1 + (sample % 12)).padStart(2, "0")}-15`;
    case "TEXT":
      return "样例";
  }
}

/** 19 is a prime: any other step visits every part of the range, in another order for each question. */
function numberBetween({ min, max }: ProductInputSpec, sample: number, place: number): string {
  const least = min ?? 1;
  const greatest = max ?? least + 1_000;
  const part = sample < 2 ? sample : ((sample * (place + 3)) % 19) / 19;
  return String(Math.round((least + (greatest - least) * part) * 10_000) / 10_000);
}
