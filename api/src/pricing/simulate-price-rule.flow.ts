import { must } from "../kernel/refusal.js";
import { ordersById } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { rehearseRule } from "./rehearsal.store.js";
import { ruleVersionById } from "./rule.store.js";
import type { NumberedSimulation } from "./simulate.js";

/**
 * What a version of a rule, also a draft, would have made of the last hundred orders, whatever its dates. Changes
 * nothing; null when there is no such version.
 */
export async function simulatePriceRule(
  platform: Platform,
  viewer: Viewer,
  input: { readonly ruleVersionId: string },
): Promise<NumberedSimulation | null> {
  must(holds(viewer, "pricing.read"), "FORBIDDEN");
  const { read } = platform.database;
  const version = await ruleVersionById(read, input.ruleVersionId);
  if (!version) return null;
  const result = await rehearseRule(read, version);
  const ids = result.orders.map((order) => order.orderId);
  const orders = await ordersById(read, ids);
  return { ...result, numbers: new Map([...orders.values()].map(({ id, no }) => [id, no])) };
}
