import { compare, decimalText, multiply, type Rational, type RoundingMode, roundTo } from "./rational.js";

/** To which multiple of fen an amount is rounded, and which way: HALF_UP and UP go away from zero. */
export interface FormulaRounding {
  readonly step: number;
  readonly mode: RoundingMode;
}

const HUNDRED: Rational = { n: 100n, d: 1n };
const MOST: Rational = { n: BigInt(Number.MAX_SAFE_INTEGER), d: 1n };

/**
 * A formula's result in yuan as whole fen, rounded once and exactly: "57648.9312" to the step 100 is 5764900. Null when
 * it is no number, negative, or more than money can count; `step` must be a whole number of fen above 0.
 */
export function yuanToFen(value: string, { step, mode }: FormulaRounding): number | null {
  const yuan = readResult(value);
  if (!yuan || yuan.n < 0n || !Number.isSafeInteger(step) || step <= 0) return null;
  const fen = roundTo(multiply(yuan, HUNDRED), { n: BigInt(step), d: 1n }, mode);
  return compare(fen, MOST) > 0 ? null : Number(decimalText(fen));
}

/** A result may have more digits than a person may write. */
function readResult(value: string): Rational | null {
  const [, sign, whole, fraction = ""] = /^(-?)(\d{1,61})(?:\.(\d{1,200}))?$/.exec(value) ?? [];
  if (whole === undefined) return null;
  const digits = BigInt(whole + fraction);
  return { n: sign === "-" ? -digits : digits, d: 10n ** BigInt(fraction.length) };
}
