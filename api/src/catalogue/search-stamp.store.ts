import type { Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import type { CatalogueChange } from "./search.table.js";

/** Two stamps that are equal saw the same catalogue. */
export interface CatalogueStamp {
  /** Of all that visitors see. */
  readonly shop: string;
  /** Of the words that products are found by. */
  readonly words: string;
}

/**
 * So many of the latest changes make a stamp. Their sum tells, and not the last number alone: of two transactions the one
 * that drew its number first may commit last.
 */
const WINDOW = 64;
const KEPT = 1_000;

/** How the catalogue stands, in one statement that reads a few rows at the end of an index. */
export async function catalogueStamp(sql: Sql): Promise<CatalogueStamp> {
  const rows = await sql.query<{ kind: CatalogueChange; last: number; sum: number | string }>(
    `SELECT t.kind, MAX(t.id) AS last, SUM(t.id) AS sum
     FROM (SELECT id, kind FROM catalogue_changes ORDER BY id DESC LIMIT ${WINDOW}) t GROUP BY t.kind`,
  );
  const of = (kind: CatalogueChange): string => {
    const row = rows.find((candidate) => candidate.kind === kind);
    return row ? `${row.last}.${row.sum}` : "0";
  };
  return { shop: `${of("SHOP")}-${of("WORDS")}`, words: of("WORDS") };
}

/** Tells every process, after the commit, that its copies of the catalogue are old. */
export async function noteCatalogueChange(tx: Tx, kind: CatalogueChange): Promise<void> {
  await tx.run("INSERT INTO catalogue_changes (kind) VALUES (?)", [kind]);
}

/** Forgets changes that no stamp reads any more. */
export async function forgetOldChanges(tx: Tx): Promise<void> {
  const [last] = await tx.query<{ id: number | null }>("SELECT MAX(id) AS id FROM catalogue_changes");
  await tx.run("DELETE FROM catalogue_changes WHERE id < ?", [(last?.id ?? 0) - KEPT]);
}
