import { must } from "../kernel/refusal.js";
import { ordersById } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { formulaVersionById } from "./formula.store.js";
import { rehearseFormula } from "./rehearsal.store.js";
import type { NumberedSimulation } from "./simulate.js";

/**
 * What a version of a formula, also a draft, would have made of the last hundred orders that were priced by any version
 * of it. Changes nothing; null when there is no such version.
 */
export async function simulateFormula(
  platform: Platform,
  viewer: Viewer,
  input: { readonly formulaVersionId: string },
): Promise<NumberedSimulation | null> {
  must(holds(viewer, "pricing.read"), "FORBIDDEN");
  const { read } = platform.database;
  const version = await formulaVersionById(read, input.formulaVersionId);
  if (!version) return null;
  const result = await rehearseFormula(read, version);
  const ids = result.orders.map((order) => order.orderId);
  const orders = await ordersById(read, ids);
  return { ...result, numbers: new Map([...orders.values()].map(({ id, no }) => [id, no])) };
}
