import type { Fen } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import type { Tx } from "../platform/tx.js";
import { CouponRedemptionRow } from "./pricing.table.js";

/** Who uses a coupon for which order, and what it took off. */
export interface Redemption {
  readonly couponId: string;
  readonly orderId: string;
  readonly customerId: string;
  readonly discount: Fen;
}

/**
 * Uses a coupon for an order, at most as often as it may be in all and by one customer, however many try at once: the
 * coupon's row is taken first and everybody else waits behind it. Refuses COUPON_USED_UP, COUPON_UNKNOWN.
 */
export async function redeemCoupon(tx: Tx, { couponId, orderId, customerId, discount }: Redemption): Promise<void> {
  const taken = await tx.run(
    `UPDATE coupons SET used = used + 1 WHERE id = ? AND state = 'ACTIVE' AND validFrom <= ? AND validTo > ?
       AND (limitTotal IS NULL OR used < limitTotal)`,
    [couponId, tx.now, tx.now],
  );
  must(taken === 1, "COUPON_USED_UP", { field: "couponCode" });
  // Written and counted in one statement: on MySQL such a count sees what others committed, not this transaction's past.
  const written = await tx.run(
    `INSERT INTO coupon_redemptions (orderId, couponId, customerId, discount, redeemedAt)
     SELECT ?, c.id, ?, ?, ? FROM coupons c WHERE c.id = ? AND (c.limitPerCustomer IS NULL OR c.limitPerCustomer >
       (SELECT COUNT(*) FROM coupon_redemptions r
        WHERE r.couponId = c.id AND r.customerId = ? AND r.releasedAt IS NULL))`,
    [orderId, customerId, discount, tx.now, couponId, customerId],
  );
  must(written === 1, "COUPON_USED_UP", { field: "couponCode" });
}

/** Gives back the coupon of an order that is not carried out. Does nothing when it has none, or a second time. */
export async function releaseCoupon(tx: Tx, orderId: string): Promise<void> {
  const [used] = await tx.rows(CouponRedemptionRow, "WHERE t.orderId = ? AND t.releasedAt IS NULL", [orderId]);
  if (!used) return;
  const set = "UPDATE coupon_redemptions SET releasedAt = ? WHERE orderId = ? AND releasedAt IS NULL";
  const released = await tx.run(set, [tx.now, orderId]);
  if (released === 1) await tx.run("UPDATE coupons SET used = used - 1 WHERE id = ?", [used.couponId]);
}
