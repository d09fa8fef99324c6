import { type Fen, ZERO } from "../kernel/money.js";
import { fundingOfOrder } from "../payments/funding.store.js";
import { orderBalances } from "../payments/ledger.store.js";
import { policyOn } from "../platform/policies.js";
import type { Sql } from "../platform/sql.js";

/**
 * What of a paid 定金 the platform may keep when its customer walks away: its own advances where the policy says so. What is
 * held for a supplier that sells is not the platform's to keep.
 */
export async function keepableOf(sql: Sql, orderId: string): Promise<Fen> {
  if (!(await policyOn(sql, "orders.deposit-forfeits"))) return ZERO;
  return (await orderBalances(sql, orderId)).advances;
}

/** Whether an office has a fee of the order already: then what it cost is for staff to settle, not for a customer to undo. */
export async function isFeePassedOn(sql: Sql, orderId: string): Promise<boolean> {
  return [...(await fundingOfOrder(sql, orderId)).values()].some(({ feePaid }) => feePaid > ZERO);
}
