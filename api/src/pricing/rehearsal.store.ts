import type { Sql } from "../platform/sql.js";
import { libraryOf, ruleOf } from "./book.store.js";
import { type FormulaVersionRow, formulaVersionsOf } from "./formula.store.js";
import { PriceRuleVersionRow } from "./pricing.table.js";
import { type Simulation, type Sold, simulate, withFormula, withRule } from "./simulate.js";
import { newestSnapshots, type PriceSnapshotRow } from "./snapshot.store.js";

/** How many orders of the past a rehearsal looks at. */
const ORDERS = 100;

/** What a version of a formula would have made of the newest orders that any version of it priced. */
export async function rehearseFormula(sql: Sql, version: FormulaVersionRow): Promise<Simulation> {
  const siblings = new Set((await formulaVersionsOf(sql, [version.formulaId])).map(({ id }) => id));
  const sold = soldOf(await newestSnapshots(sql, ORDERS, version.formulaId));
  const library = await libraryOf(sql, [...formulasIn(sold), version.id], rulesIn(sold));
  return simulate(sold, (basis) => withFormula(basis, siblings, version.id), library);
}

/** What a version of a rule, at its rule's present place, would have made of the newest orders. */
export async function rehearseRule(sql: Sql, version: PriceRuleVersionRow): Promise<Simulation> {
  const sold = soldOf(await newestSnapshots(sql, ORDERS));
  const placed = await sql.query<{ id: string; ruleId: string; position: number }>(
    "SELECT v.id, v.ruleId, r.position FROM price_rule_versions v JOIN price_rules r ON r.id = v.ruleId",
  );
  const places = new Map(placed.map(({ id, position }) => [id, Number(position)]));
  const others = placed.filter(({ id, ruleId }) => ruleId === version.ruleId && id !== version.id);
  const otherIds = new Set(others.map(({ id }) => id));
  const library = await libraryOf(sql, formulasIn(sold), [...rulesIn(sold), version.id]);
  return simulate(sold, (basis) => withRule(basis, ruleOf(version), otherIds, places), library);
}

function soldOf(rows: readonly PriceSnapshotRow[]): Sold[] {
  return rows.map(({ orderId, basis, priced }) => ({ orderId: orderId ?? "", basis, priced }));
}

const formulasIn = (sold: readonly Sold[]): string[] =>
  sold.flatMap(({ basis }) => basis.lines.flatMap((line) => line.formulaVersionId ?? []));

const rulesIn = (sold: readonly Sold[]): string[] => sold.flatMap(({ basis }) => [...basis.ruleVersionIds]);
