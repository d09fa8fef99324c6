import type { Fen } from "../kernel/money.js";

/** Why a second person has to look before the customer does. */
export const reviewReasons = ["MARGIN_BELOW_FLOOR", "DISCOUNT_OVER_LIMIT"] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** In basis points: the least margin of the price, and the greatest discount off the list prices. */
export interface ReviewLimits {
  readonly marginFloor: number;
  readonly discountLimit: number;
}

/**
 * What a quotation needs a second pair of eyes for; nothing for one that may be sent by who wrote it. Compared as whole
 * numbers, so that a margin exactly at the floor and a discount exactly at the limit pass.
 */
export function reasonsForReview(
  sums: { readonly total: Fen; readonly cost: Fen; readonly listTotal: Fen },
  limits: ReviewLimits,
): ReviewReason[] {
  const total = BigInt(sums.total);
  const margin = (total - BigInt(sums.cost)) * 10_000n;
  const discount = (BigInt(sums.listTotal) - total) * 10_000n;
  return [
    ...(margin < total * BigInt(limits.marginFloor) ? (["MARGIN_BELOW_FLOOR"] as const) : []),
    ...(discount > BigInt(sums.listTotal) * BigInt(limits.discountLimit) ? (["DISCOUNT_OVER_LIMIT"] as const) : []),
  ];
}
