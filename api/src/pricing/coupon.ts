import type { Fen } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import { stateTable } from "../kernel/state-table.js";
import type { Funder, RuleScope } from "./rule.js";

export type CouponState = "ACTIVE" | "PAUSED" | "ENDED";
export const couponVerbs = ["PAUSE", "RESUME", "END"] as const;
export type CouponVerb = (typeof couponVerbs)[number];

/** A coupon is in force from the moment it is made; a paused one is refused for a while, an ended one for good. */
export const couponLife = stateTable<CouponState, CouponVerb>("coupon", "ACTIVE", {
  ACTIVE: { PAUSE: "PAUSED", END: "ENDED" },
  PAUSED: { RESUME: "ACTIVE", END: "ENDED" },
  ENDED: {},
});

export const couponKinds = ["AMOUNT", "PERCENT"] as const;
export type CouponKind = (typeof couponKinds)[number];

/** What a coupon takes off; never changed once made, so that every order keeps what it was promised. */
export interface CouponTerms {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: CouponKind;
  /** AMOUNT: fen off; PERCENT: basis points off. */
  readonly value: number;
  /** The most a PERCENT takes off; null for no limit. */
  readonly maxDiscount: Fen | null;
  /** What the price must come to before the coupon. */
  readonly minSpend: Fen;
  readonly fundedBy: Funder;
  readonly scope: RuleScope;
}

/** What decides whether a coupon may be used now. */
export interface CouponStanding {
  readonly state: CouponState;
  readonly validFrom: number;
  readonly validTo: number;
}

/** Refuses COUPON_UNKNOWN for one that is not in force: who guesses codes learns nothing of why. */
export function mustBeUsable(coupon: CouponStanding, now: number): void {
  const current = coupon.state === "ACTIVE" && coupon.validFrom <= now && now < coupon.validTo;
  must(current, "COUPON_UNKNOWN", { field: "couponCode" });
}

/** What a coupon takes off an amount, before it is held against anything else. */
export function couponDiscount(terms: CouponTerms, amount: Fen): number {
  if (terms.kind === "AMOUNT") return Math.min(terms.value, amount);
  const share = Number((BigInt(amount) * BigInt(terms.value)) / 10_000n);
  return Math.min(share, terms.maxDiscount ?? share);
}

/** A code as people type it: capitals, without spaces. */
export function couponCode(text: string): string {
  return text.replaceAll(/\s/g, "").toUpperCase();
}
