import { marks, type Sql } from "../platform/sql.js";

/** A version of a formula or a rule as a price names it. */
export interface PricedBy {
  readonly id: string;
  readonly name: string;
  /** Of a formula; a rule has none. */
  readonly code: string | null;
  readonly number: number;
}

/** Versions of formulas and rules by their ids, in one statement. A coupon's id is no version and finds nothing. */
export async function versionsOf(sql: Sql, ids: readonly string[]): Promise<Map<string, PricedBy>> {
  const rows = await sql.query<PricedBy>(
    `SELECT v.id, f.name, f.code, v.number FROM formula_versions v JOIN formulas f ON f.id = v.formulaId
     WHERE v.id IN (${marks(ids)})
     UNION ALL SELECT id, name, NULL, number FROM price_rule_versions WHERE id IN (${marks(ids)})`,
    [...ids, ...ids],
  );
  return new Map(rows.map((row) => [row.id, { ...row, number: Number(row.number) }]));
}
