import { Refusal } from "../kernel/refusal.js";
import type { LimitRule } from "../platform/limits.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";

/**
 * Does work that looks up a coupon's code, and counts the codes that were unknown: who guesses too many learns nothing
 * more for a while, not even of a code that there is. Refuses RATE_LIMITED; without a code nothing is counted.
 */
export async function tryCoupon<Result>(
  platform: Platform,
  viewer: Viewer,
  code: string | null | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  const tries = code?.trim() ? triesOf(viewer) : [];
  for (const [rule, key] of tries) await platform.limits.mustBeLeft(rule, key);
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && error.code === "COUPON_UNKNOWN") {
      for (const [rule, key] of tries) await platform.limits.take(rule, key);
    }
    throw error;
  }
}

function triesOf(viewer: Viewer): readonly (readonly [LimitRule, string])[] {
  const own = "accountId" in viewer ? [["couponTriesPerAccount", viewer.accountId] as const] : [];
  return "ip" in viewer ? [...own, ["couponTriesPerAddress", viewer.ip]] : own;
}
