import { type Fen, fen } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import type { Rounding } from "./rounding.js";

/** An exact decimal number: `digits` divided by ten to the `scale`. Amounts under way are exact yuan. */
export interface Exact {
  readonly digits: bigint;
  readonly scale: number;
}

export const NOTHING: Exact = { digits: 0n, scale: 0 };

/** Reads decimal text such as "-12.50". Refuses VALIDATION for anything else. */
export function exact(text: string): Exact {
  const parts = /^(-?\d{1,61})(?:\.(\d{1,200}))?$/.exec(text);
  must(parts, "VALIDATION", { field: "amount" });
  const fraction = parts[2] ?? "";
  return { digits: BigInt(`${parts[1]}${fraction}`), scale: fraction.length };
}

/** A price or cost in yuan. */
export const ofFen = (amount: number): Exact => ({ digits: BigInt(amount), scale: 2 });

export function sum(one: Exact, other: Exact): Exact {
  const scale = Math.max(one.scale, other.scale);
  return { digits: raised(one, scale) + raised(other, scale), scale };
}

export const multiply = (one: Exact, other: Exact): Exact => ({
  digits: one.digits * other.digits,
  scale: one.scale + other.scale,
});

/** Below 0, 0 or above 0 as `one` is less than, equal to or greater than `other`. */
export function compare(one: Exact, other: Exact): number {
  const scale = Math.max(one.scale, other.scale);
  const difference = raised(one, scale) - raised(other, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The number with at most so many decimals, the last one rounded half away from zero. */
export function shortened({ digits, scale }: Exact, places: number): Exact {
  if (scale <= places) return { digits, scale };
  const unit = 10n ** BigInt(scale - places);
  const half = digits < 0n ? -unit / 2n : unit / 2n;
  return { digits: (digits + half) / unit, scale: places };
}

/** Decimal text without trailing zeros: what formulas and traces are told. */
export function textOf({ digits, scale }: Exact): string {
  const sign = digits < 0n ? "-" : "";
  const all = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, "0");
  const whole = all.slice(0, all.length - scale);
  const fraction = all.slice(all.length - scale).replace(/0+$/, "");
  return `${sign}${whole}${fraction ? `.${fraction}` : ""}`;
}

/**
 * Rounds yuan to whole fen of the step: HALF_UP and UP away from zero, DOWN towards it. The only place where what a
 * formula or a rule worked out becomes money.
 */
export function roundToFen(yuan: Exact, { step, mode }: Rounding): Fen {
  const unit = BigInt(step) * 10n ** BigInt(yuan.scale);
  const inFen = yuan.digits * 100n;
  const size = inFen < 0n ? -inFen : inFen;
  const rest = size % unit;
  const up = mode === "UP" ? rest > 0n : mode === "HALF_UP" && rest * 2n >= unit;
  const steps = size / unit + (up ? 1n : 0n);
  return fen(Number(steps) * step * (inFen < 0n ? -1 : 1));
}

function raised({ digits, scale }: Exact, to: number): bigint {
  return to === scale ? digits : digits * 10n ** BigInt(to - scale);
}
