import { must } from "../kernel/refusal.js";
import { ordersById } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { libraryOf } from "./book.store.js";
import { formulaVersionById, formulaVersionsOf } from "./formula.store.js";
import { type Simulation, simulate, withFormula } from "./simulate.js";
import { newestSnapshots, soldOf } from "./snapshot.store.js";

/** How many orders of the past a simulation looks at. */
const ORDERS = 100;

/** A simulation with the numbers of its orders, by id. */
export interface NumberedSimulation extends Simulation {
  readonly numbers: ReadonlyMap<string, string>;
}

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
  const siblings = new Set((await formulaVersionsOf(read, [version.formulaId])).map(({ id }) => id));
  const sold = soldOf(await newestSnapshots(read, ORDERS, version.formulaId));
  const formulaIds = sold.flatMap(({ basis }) => basis.lines.flatMap((line) => line.formulaVersionId ?? []));
  const ruleIds = sold.flatMap(({ basis }) => basis.ruleVersionIds);
  const library = await libraryOf(read, [...formulaIds, version.id], ruleIds);
  const result = simulate(sold, (basis) => withFormula(basis, siblings, version.id), library);
  const orders = await ordersById(
    read,
    result.orders.map((order) => order.orderId),
  );
  return { ...result, numbers: new Map([...orders.values()].map(({ id, no }) => [id, no])) };
}
