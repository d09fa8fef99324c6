import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { type CouponVerb, couponLife } from "./coupon.js";
import { couponById, setCouponState } from "./coupon-list.store.js";
import { couponFacts } from "./facts.js";

/**
 * Stops a coupon for a while, lets it count again, or ends it for good; orders that used it keep it. Refuses NOT_FOUND,
 * STALE_VERSION, INVALID_STATE.
 */
export async function moveCoupon(
  platform: Platform,
  viewer: Viewer,
  input: { readonly couponId: string; readonly version: number; readonly verb: CouponVerb },
): Promise<void> {
  must(holds(viewer, "pricing.publish"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const coupon = found(await couponById(tx, input.couponId));
    must(coupon.version === input.version, "STALE_VERSION");
    const state = couponLife.after(coupon.state, input.verb);
    await setCouponState(tx, coupon, state);
    tx.record(couponFacts.moved(coupon.id, state));
  });
}
