import { newId } from "../kernel/ids.js";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { Refusal } from "../kernel/refusal.js";
import type { Sql, SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { isDuplicate } from "../platform/unit-of-work.js";
import type { CouponState } from "./coupon.js";
import { CouponRow } from "./pricing.table.js";

export type { CouponRow };

/** All that is decided about a coupon when it is made. */
export type NewCoupon = Omit<CouponRow, "id" | "state" | "used" | "createdAt" | "version">;

/** Writes a coupon. Refuses VALIDATION for a code that is taken. */
export async function addCoupon(tx: Tx, coupon: NewCoupon): Promise<CouponRow> {
  const row: CouponRow = { ...coupon, id: newId(), state: "ACTIVE", used: 0, createdAt: tx.now, version: 1 };
  await tx.insert(CouponRow, [row]).catch((error: unknown) => {
    throw isDuplicate(error) ? new Refusal("VALIDATION", { field: "code" }) : error;
  });
  return row;
}

export async function couponById(sql: Sql, id: string): Promise<CouponRow | undefined> {
  return (await sql.rows(CouponRow, "WHERE t.id = ?", [id]))[0];
}

/** A page of coupons, newest first. */
export async function pageOfCoupons(sql: Sql, request: PageRequest): Promise<Page<CouponRow>> {
  const values: SqlValue[] = request.after ? [request.after[0], request.after[0], request.after[1]] : [];
  const after = request.after ? "WHERE t.createdAt <= ? AND (t.createdAt < ? OR t.id < ?)" : "";
  const tail = `${after} ORDER BY t.createdAt DESC, t.id DESC LIMIT ${request.first + 1}`;
  return toPage(await sql.rows(CouponRow, tail, values), request, (row) => row.createdAt);
}

/** Moves a coupon's state. Refuses STALE_VERSION when it is not as it was seen. */
export async function setCouponState(tx: Tx, coupon: CouponRow, state: CouponState): Promise<void> {
  await tx.change(CouponRow, { id: coupon.id, version: coupon.version }, { state });
}
