import { cleanText } from "../identity/account.js";
import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { holds } from "../platform/viewer.js";
import { couponCode, couponKinds } from "./coupon.js";
import { addCoupon, type NewCoupon } from "./coupon-list.store.js";
import { couponFacts } from "./facts.js";
import { cleanScope } from "./rule-draft.js";

const LIMIT = 1_000_000;

/**
 * Makes a coupon, whose terms never change. Returns its id; a repeat with the same key returns the same one. Refuses
 * VALIDATION naming what is malformed, also a code that is taken.
 */
export async function makeCoupon(
  platform: Platform,
  viewer: Viewer,
  input: NewCoupon & { readonly idempotencyKey: string },
): Promise<string> {
  must(holds(viewer, "pricing.publish"), "FORBIDDEN");
  const { idempotencyKey: key, ...given } = input;
  const coupon = cleanCoupon(given);
  const made = await platform.work.once(viewer, { operation: "makeCoupon", key, input: given }, async (tx) => {
    must(coupon.validTo > tx.now, "VALIDATION", { field: "validTo" });
    const row = await addCoupon(tx, coupon);
    tx.record(couponFacts.made(row.id, row.code));
    return { couponId: row.id };
  });
  return made.couponId;
}

function cleanCoupon(given: NewCoupon): NewCoupon {
  const code = couponCode(given.code);
  must(/^[A-Z0-9-]{3,24}$/.test(code), "VALIDATION", { field: "code" });
  must(couponKinds.includes(given.kind), "VALIDATION", { field: "kind" });
  const most = given.kind === "PERCENT" ? 9_999 : 100_000_000;
  must(isCount(given.value, most), "VALIDATION", { field: "value", max: most });
  must(given.minSpend >= 0, "VALIDATION", { field: "minSpend" });
  must(given.maxDiscount === null || given.maxDiscount > 0, "VALIDATION", { field: "maxDiscount" });
  must(given.limitTotal === null || isCount(given.limitTotal, LIMIT), "VALIDATION", { field: "limitTotal" });
  const ofOne = given.limitPerCustomer;
  must(ofOne === null || isCount(ofOne, LIMIT), "VALIDATION", { field: "limitPerCustomer" });
  must(given.validFrom < given.validTo, "VALIDATION", { field: "validTo" });
  return { ...given, code, name: cleanText(given.name, "name", 60), scope: cleanScope(given.scope) };
}

const isCount = (value: number, most: number): boolean => Number.isSafeInteger(value) && value >= 1 && value <= most;
