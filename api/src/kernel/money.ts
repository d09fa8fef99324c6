import { must } from "./refusal.js";

/**
 * Money is a safe integer of 分 (fen, a hundredth of a yuan). The platform trades in CNY; the brand keeps a fen
 * from being mixed with another number. Made, added, rounded and split here and nowhere else.
 */
export type Fen = number & { readonly __fen: unique symbol };

export const ZERO = 0 as Fen;

/** A hundred billion yuan: larger amounts are a mistake, and sums of a million such rows stay safe integers apart. */
const LIMIT = 10_000_000_000_000;

/** Refuses (VALIDATION) what is not a whole number of fen within ±100 billion yuan. */
export function fen(value: number): Fen {
  must(Number.isSafeInteger(value) && Math.abs(value) <= LIMIT, "VALIDATION", { field: "amount" });
  return (value === 0 ? 0 : value) as Fen;
}

/** What a person may name at most: ten billion yuan. Sums of such amounts may be larger. */
const LARGEST_NAMED = 1_000_000_000_000;

/** Reads the decimal text that the API speaks: "264960" is ¥2,649.60. Refuses VALIDATION beyond ten billion yuan. */
export function parseFen(text: string): Fen {
  must(/^-?\d{1,13}$/.test(text) && Math.abs(Number(text)) <= LARGEST_NAMED, "VALIDATION", { field: "amount" });
  return fen(Number(text));
}

export function plus(...amounts: readonly Fen[]): Fen {
  return fen(amounts.reduce<number>((sum, amount) => sum + amount, 0));
}

export function minus(from: Fen, taken: Fen): Fen {
  return fen(from - taken);
}

/**
 * Price times quantity, rounded half up to whole fen: the one place where a price is rounded.
 * The quantity counts in ten-thousandths, so 0.1 + 0.2 can't creep in.
 */
export function times(unitPrice: Fen, quantity: number): Fen {
  const tenThousandths = Math.round(quantity * 10_000);
  must(Number.isSafeInteger(tenThousandths), "VALIDATION", { field: "quantity" });
  const product = BigInt(unitPrice) * BigInt(tenThousandths);
  const half = product >= 0n ? 5_000n : -5_000n;
  return fen(Number((product + half) / 10_000n));
}

/** The amount raised by basis points of itself (or lowered by negative ones), rounded up to a whole multiple of `step` fen. */
export function raised(amount: Fen, basisPoints: number, step: number): Fen {
  const whole = Number.isSafeInteger(basisPoints) && basisPoints >= -10_000 && Number.isSafeInteger(step) && step > 0;
  must(whole && amount >= 0, "VALIDATION", { field: "amount" });
  const grain = 10_000n * BigInt(step);
  const exact = BigInt(amount) * BigInt(10_000 + basisPoints);
  return fen(Number((exact + grain - 1n) / grain) * step);
}

/**
 * Splits a non-negative amount by whole weights with the largest remainder: the parts sum to the whole, no fen is
 * lost, and equal remainders go to the earlier part.
 */
export function split(whole: Fen, weights: readonly number[]): Fen[] {
  must(whole >= 0 && weights.length > 0, "VALIDATION", { field: "shares" });
  const odd = weights.find((weight) => !Number.isSafeInteger(weight) || weight < 0);
  must(odd === undefined, "VALIDATION", { field: "shares" });
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  must(total > 0n, "VALIDATION", { field: "shares" });
  const shares = weights.map((weight, index) => {
    const exact = BigInt(whole) * BigInt(weight);
    return { index, floor: exact / total, rest: exact % total };
  });
  let left = Number(BigInt(whole) - shares.reduce((sum, share) => sum + share.floor, 0n));
  const parts = shares.map((share) => Number(share.floor));
  const byRest = [...shares].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const share of byRest) {
    if (left === 0) break;
    parts[share.index] = (parts[share.index] ?? 0) + 1;
    left -= 1;
  }
  return parts.map(fen);
}
