import { DAY, HOUR } from "../kernel/clock.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { withoutTokens } from "./inbound-log.js";
import { InboundRow } from "./wechat.table.js";

/** So many rows are changed in one transaction, so that nobody waits for a long one. */
export const TIDY_BATCH = 200;

/** Each table by the instant that makes its rows old, and how long they are kept after it; every one is indexed. */
const old = [
  /** What people wrote. */
  { table: "wechat_inbound", instant: "receivedAt", keptMs: 30 * DAY },
  /** Good for ten minutes: nothing of them is kept longer than a day after they were made. */
  { table: "wechat_links", instant: "expiresAt", keptMs: DAY - HOUR },
  { table: "wechat_scene_tokens", instant: "expiresAt", keptMs: DAY - HOUR },
] as const;
export type OldTable = (typeof old)[number];
export const oldTables: readonly OldTable[] = old;

/** The oldest rows that need not be kept any longer. */
export async function oldRows(sql: Sql, { table, instant, keptMs }: OldTable, now: number): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `SELECT id FROM ${table} WHERE ${instant} < ? ORDER BY ${instant} LIMIT ${TIDY_BATCH}`,
    [now - keptMs],
  );
  return rows.map(({ id }) => id);
}

export async function forgetRows(tx: Tx, { table }: OldTable, ids: readonly string[]): Promise<void> {
  await tx.run(`DELETE FROM ${table} WHERE id IN (${marks(ids)})`, ids);
}

/** Replies that no delivery is told any more and that still hold what signs in. */
export function openReplies(sql: Sql, now: number): Promise<InboundRow[]> {
  return sql.rows(InboundRow, `WHERE t.maskAt <= ? ORDER BY t.maskAt LIMIT ${TIDY_BATCH}`, [now]);
}

/** Leaves in a reply that there was a link, and nothing that opens it. What was forgotten meanwhile stays forgotten. */
export async function maskReply(tx: Tx, { id, maskAt, reply }: InboundRow): Promise<void> {
  await tx.run(
    `UPDATE wechat_inbound SET reply = CASE WHEN reply IS NULL THEN NULL ELSE ? END, maskAt = NULL
     WHERE id = ? AND maskAt = ?`,
    [JSON.stringify(withoutTokens(reply)), id, maskAt],
  );
}
