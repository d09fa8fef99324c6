import { newId } from "../kernel/ids.js";
import { must } from "../kernel/refusal.js";
import type { Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { SynonymRow } from "./search.table.js";

export type { SynonymRow };

/** Every process holds them all: no more than so many groups. */
const GROUPS_MAX = 500;

/** All groups, the one changed last first. */
export async function allSynonyms(sql: Sql): Promise<SynonymRow[]> {
  return sql.rows(SynonymRow, `ORDER BY t.changedAt DESC, t.id LIMIT ${GROUPS_MAX}`);
}

export async function synonymsById(sql: Sql, id: string): Promise<SynonymRow | undefined> {
  return (await sql.rows(SynonymRow, "WHERE t.id = ?", [id]))[0];
}

/** Refuses VALIDATION when there are 500 groups already. */
export async function addSynonyms(tx: Tx, words: string[]): Promise<SynonymRow> {
  const [count] = await tx.query<{ n: number }>("SELECT COUNT(*) AS n FROM search_synonyms");
  must(Number(count?.n ?? 0) < GROUPS_MAX, "VALIDATION", { field: "words", groups: GROUPS_MAX });
  const row: SynonymRow = { id: newId(), words, changedAt: tx.now, version: 1 };
  await tx.insert(SynonymRow, [row]);
  return row;
}

/** Refuses STALE_VERSION when it is no longer as it was seen. */
export async function setSynonyms(tx: Tx, seen: { id: string; version: number }, words: string[]): Promise<void> {
  await tx.change(SynonymRow, { id: seen.id, version: seen.version }, { words, changedAt: tx.now });
}

/** Refuses STALE_VERSION when it is no longer as it was seen. */
export async function dropSynonyms(tx: Tx, seen: { id: string; version: number }): Promise<void> {
  const dropped = await tx.run("DELETE FROM search_synonyms WHERE id = ? AND version = ?", [seen.id, seen.version]);
  must(dropped === 1, "STALE_VERSION");
}
