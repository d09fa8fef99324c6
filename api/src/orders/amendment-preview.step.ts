import { instalmentsOf } from "../payments/instalment.store.js";
import { policyOn } from "../platform/policies.js";
import type { Sql } from "../platform/sql.js";
import { type AmendedParts, type AmendmentPreview, foreseen } from "./amendment-preview.js";
import { componentsOf, type OrderRow } from "./order.store.js";

/** What a change does to an order as it is at this moment. Refuses what leaves no whole order. */
export async function previewOf(sql: Sql, order: OrderRow, amended: AmendedParts): Promise<AmendmentPreview> {
  const lines = await componentsOf(sql, [order.id]);
  const plan = await instalmentsOf(sql, [order.id]);
  return foreseen({ order, lines, plan, forfeits: await policyOn(sql, "orders.deposit-forfeits") }, amended);
}
