import type { Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import type { CatalogueChange } from "./search.table.js";

/** Two stamps that differ saw different catalogues; of two that are equal the copies live a minute at most. */
export interface CatalogueStamp {
  /** Of all that visitors see. */
  readonly shop: string;
  /** Of the words that products are found by. */
  readonly words: string;
}

/**
 * So many of the latest changes of each kind make a stamp. Their sum tells, and not the last number alone: of two
 * transactions the one that drew its number first may commit last. Should so many others commit between, copies end with
 * their minute.
 */
const WINDOW = 64;

/** How the catalogue stands, in one statement that reads a few rows at the end of an index. */
export async function catalogueStamp(sql: Sql): Promise<CatalogueStamp> {
  const latest = (kind: CatalogueChange): string =>
    `SELECT '${kind}' AS kind, MAX(t.id) AS last, SUM(t.id) AS sum
     FROM (SELECT id FROM catalogue_changes WHERE kind = '${kind}' ORDER BY id DESC LIMIT ${WINDOW}) t`;
  const rows = await sql.query<{ kind: CatalogueChange; last: number | null; sum: number | string | null }>(
    `${latest("SHOP")} UNION ALL ${latest("WORDS")}`,
  );
  const of = (kind: CatalogueChange): string => {
    const row = rows.find((candidate) => candidate.kind === kind);
    return row?.last ? `${row.last}.${row.sum}` : "0";
  };
  return { shop: `${of("SHOP")}-${of("WORDS")}`, words: of("WORDS") };
}

/** Tells every process, after the commit, that its copies of the catalogue are old. */
export async function noteCatalogueChange(tx: Tx, kind: CatalogueChange): Promise<void> {
  await tx.run("INSERT INTO catalogue_changes (kind) VALUES (?)", [kind]);
}

/** Forgets changes that no stamp reads any more; of each kind the latest stay, however many came of the other since. */
export async function forgetOldChanges(tx: Tx): Promise<void> {
  for (const kind of ["SHOP", "WORDS"] as const) {
    const [oldest] = await tx.query<{ id: number }>(
      `SELECT id FROM catalogue_changes WHERE kind = ? ORDER BY id DESC LIMIT 1 OFFSET ${WINDOW}`,
      [kind],
    );
    if (oldest) await tx.run("DELETE FROM catalogue_changes WHERE kind = ? AND id <= ?", [kind, oldest.id]);
  }
}
