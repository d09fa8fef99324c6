import { decimalText, type RoundingMode, roundTo } from "./rational.js";

/** To which multiple of fen an amount is rounded, and which way: HALF_UP and UP go away from zero. */
export interface FormulaRounding {
  readonly step: number;
  readonly mode: RoundingMode;
}

/** Far more yuan than money can count, and every decimal a result can have. */
const RESULT = /^(\d{1,20})(?:\.(\d{1,600}))?$/;

/**
 * A formula's result in yuan as whole fen, rounded once and exactly: "57648.9312" to the step 100 is 5764900. Null when
 * it is no number, negative, or more than money can count; `step` must be a whole number of fen above 0.
 */
export function yuanToFen(value: string, { step, mode }: FormulaRounding): number | null {
  const [, whole, fraction = ""] = RESULT.exec(value) ?? [];
  if (whole === undefined || !Number.isSafeInteger(step) || step <= 0) return null;
  const amount = { n: BigInt(whole + fraction) * 100n, d: 10n ** BigInt(fraction.length) };
  const fen = Number(decimalText(roundTo(amount, { n: BigInt(step), d: 1n }, mode)));
  return Number.isSafeInteger(fen) ? fen : null;
}
