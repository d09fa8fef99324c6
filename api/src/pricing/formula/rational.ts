import { limits } from "./limits.js";

/**
 * An exact number: `n / d` in lowest terms, `d` above 0. Decimals alone lose a third: 100 / 3 * 3 would round down to
 * 99, so a formula works in fractions and only its result becomes a decimal.
 */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export type RoundingMode = "HALF_UP" | "UP" | "DOWN";

/** Why a number can't be: too many digits on the way, or too far from 1. */
export class NumberRefused extends Error {
  constructor(readonly code: "NUMBER_TOO_LONG" | "NUMBER_OUT_OF_RANGE") {
    super(code);
  }
}

const WORKING_LIMIT = 10n ** BigInt(limits.workingDigits);
const RANGE_LIMIT = 10n ** BigInt(limits.exponent);
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** In lowest terms. Throws NumberRefused when the number leaves its bounds; `d` must not be 0. */
export function rational(n: bigint, d: bigint): Rational {
  const divisor = gcd(n < 0n ? -n : n, d < 0n ? -d : d);
  const sign = d < 0n ? -1n : 1n;
  const value = { n: (sign * n) / divisor, d: (sign * d) / divisor };
  const size = value.n < 0n ? -value.n : value.n;
  if (size >= WORKING_LIMIT || value.d >= WORKING_LIMIT) throw new NumberRefused("NUMBER_TOO_LONG");
  if (size > RANGE_LIMIT * value.d || (size !== 0n && size * RANGE_LIMIT < value.d))
    throw new NumberRefused("NUMBER_OUT_OF_RANGE");
  return Object.freeze(value);
}

/** Reads "12.50" or "-3"; null for anything else, also for "1e3", ".5", "1." and more than 40 digits. */
export function readDecimal(text: string): Rational | null {
  const [, sign, whole, fraction = ""] = DECIMAL.exec(text) ?? [];
  if (whole === undefined || whole.length + fraction.length > limits.digits) return null;
  const digits = BigInt(whole + fraction);
  return rational(sign === "-" ? -digits : digits, 10n ** BigInt(fraction.length));
}

export const add = (a: Rational, b: Rational) => rational(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Rational, b: Rational) => rational(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Rational, b: Rational) => rational(a.n * b.n, a.d * b.d);
/** `b` must not be 0. */
export const divide = (a: Rational, b: Rational) => rational(a.n * b.d, a.d * b.n);
export const negate = (a: Rational): Rational => Object.freeze({ n: -a.n, d: a.d });

/** Below 0, 0 or above 0, as `a` is below, equal to or above `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const smaller = (a: Rational, b: Rational) => (compare(a, b) < 0 ? a : b);
export const larger = (a: Rational, b: Rational) => (compare(a, b) > 0 ? a : b);

/** Power by a whole exponent from 0; 0^0 is 1. */
export function power(base: Rational, exponent: number): Rational {
  let result: Rational = { n: 1n, d: 1n };
  for (let turn = 0; turn < exponent; turn += 1) result = multiply(result, base);
  return result;
}

/** What is left of `a` after taking `b` away as often as it fits; it has the sign of `a`. `b` must not be 0. */
export function remainder(a: Rational, b: Rational): Rational {
  const times = (a.n * b.d) / (a.d * b.n);
  return rational(a.n * b.d - times * b.n * a.d, a.d * b.d);
}

/** The multiple of `step` (above 0) at or below `value`. */
export function floorTo(value: Rational, step: Rational): Rational {
  const n = value.n * step.d;
  const d = value.d * step.n;
  const whole = n >= 0n || n % d === 0n ? n / d : n / d - 1n;
  return rational(whole * step.n, step.d);
}

/** The multiple of `step` (above 0) at or above `value`. */
export const ceilTo = (value: Rational, step: Rational) => negate(floorTo(negate(value), step));

/**
 * The multiple of `step` (above 0) nearest to `value`; a half goes away from zero. UP goes away from zero always,
 * DOWN towards it.
 */
export function roundTo(value: Rational, step: Rational, mode: RoundingMode): Rational {
  const negative = value.n < 0n;
  const n = (negative ? -value.n : value.n) * step.d;
  const d = value.d * step.n;
  const rest = n % d;
  const more = mode === "UP" ? rest > 0n : mode === "HALF_UP" && rest * 2n >= d;
  const whole = n / d + (more ? 1n : 0n);
  return rational((negative ? -whole : whole) * step.n, step.d);
}

/**
 * As decimal text without an exponent: "2649.6", "-0.05", "100". Exact whenever the decimals end; otherwise 40 places,
 * the last rounded half up.
 */
export function decimalText(value: Rational): string {
  const places = endingPlaces(value.d) ?? limits.digits;
  const negative = value.n < 0n;
  const scaled = ((negative ? -value.n : value.n) * 10n ** BigInt(places) * 2n + value.d) / (value.d * 2n);
  const digits = String(scaled).padStart(places + 1, "0");
  const fraction = digits.slice(digits.length - places).replace(/0+$/, "");
  const whole = digits.slice(0, digits.length - places);
  const text = fraction === "" ? whole : `${whole}.${fraction}`;
  return negative && scaled !== 0n ? `-${text}` : text;
}

/** How many decimals a denominator needs; null when they never end. */
function endingPlaces(denominator: bigint): number | null {
  let twos = 0;
  let fives = 0;
  let rest = denominator;
  for (; rest % 2n === 0n; twos += 1) rest /= 2n;
  for (; rest % 5n === 0n; fives += 1) rest /= 5n;
  return rest === 1n ? Math.max(twos, fives) : null;
}

function gcd(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b];
  while (small !== 0n) [large, small] = [small, large % small];
  return large;
}
