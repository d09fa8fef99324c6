import { useState } from "react";
import type { Wishes } from "../../features/configure/configuration";
import { type QuotedPrice, usePrice } from "../../features/configure/usePrice";

export type CouponPrice = {
  /** The price to order at: with the coupon where it counts, otherwise without it. */
  quote: QuotedPrice;
  /** What to order, with the coupon only while it counts. */
  wishes: (Wishes & { couponCode: string | null }) | undefined;
  /** The code that was given; "" for none. */
  code: string;
  setCode: (code: string) => void;
  /** Why the code does not count. */
  refusal: QuotedPrice["refusal"];
  /** Whether the price on the screen has it taken off. */
  counts: boolean;
};

/** The price with a coupon. A code that does not count never stands in the way of the order: the plain price is told. */
export function useCouponPrice(wishes: Wishes | undefined): CouponPrice {
  const [code, setCode] = useState("");
  const wished = wishes && { ...wishes, couponCode: code || null };
  const reduced = usePrice(wished);
  const refused = reduced.refusal?.field === "couponCode" ? reduced.refusal : undefined;
  const plain = usePrice(refused ? wishes : undefined);
  return {
    quote: refused ? plain : reduced,
    wishes: refused ? wishes && { ...wishes, couponCode: null } : wished,
    code,
    setCode,
    refusal: refused,
    counts: (reduced.price?.coupons.length ?? 0) > 0 && !refused,
  };
}
