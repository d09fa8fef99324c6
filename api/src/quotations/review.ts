import type { QuotationLine } from "./quotation.js";

/** Why a second person has to look before the customer does. */
export const reviewReasons = ["MARGIN_BELOW_FLOOR", "DISCOUNT_OVER_LIMIT"] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** In basis points: the least margin of the price, and the greatest discount off the list prices. */
export interface ReviewLimits {
  readonly marginFloor: number;
  readonly discountLimit: number;
}

type Weighed = Pick<QuotationLine, "amount" | "costAmount" | "listAmount" | "optional">;

/**
 * What a quotation needs a second pair of eyes for; nothing for one that may be sent by who wrote it. Held against the
 * worst the customer could choose: whatever is not optional, and every optional line that makes it worse. Compared as
 * whole numbers, so that a margin exactly at the floor and a discount exactly at the limit pass.
 */
export function reasonsForReview(lines: readonly Weighed[], limits: ReviewLimits): ReviewReason[] {
  const lacking = ({ amount, costAmount }: Weighed): bigint =>
    BigInt(amount) * BigInt(limits.marginFloor) - (BigInt(amount) - BigInt(costAmount)) * WHOLE;
  const givenAway = ({ amount, listAmount }: Weighed): bigint => {
    const list = BigInt(listAmount ?? amount);
    return (list - BigInt(amount)) * WHOLE - list * BigInt(limits.discountLimit);
  };
  return [
    ...(worst(lines, lacking) > 0n ? (["MARGIN_BELOW_FLOOR"] as const) : []),
    ...(worst(lines, givenAway) > 0n ? (["DISCOUNT_OVER_LIMIT"] as const) : []),
  ];
}

const WHOLE = 10_000n;

function worst(lines: readonly Weighed[], harm: (line: Weighed) => bigint): bigint {
  return lines.reduce((sum, line) => {
    const own = harm(line);
    return line.optional && own < 0n ? sum : sum + own;
  }, 0n);
}
