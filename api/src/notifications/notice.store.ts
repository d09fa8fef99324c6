import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { lastSeqOf } from "../platform/facts.js";
import { marks, type Sql, type SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { accountStream } from "./facts.js";
import type { NoticeChannel, NoticeTopic } from "./notice.js";
import { NoticePreferenceRow, NoticeRow } from "./notices.table.js";

export type { NoticeRow };

/** Unread notices are counted up to this. */
export const UNREAD_CAP = 1_000;

/** Whether the notices of this fact stand already. */
export async function isTold(sql: Sql, factSeq: number): Promise<boolean> {
  return (await sql.query("SELECT id FROM notices WHERE factSeq = ? LIMIT 1", [factSeq])).length > 0;
}

export async function addNotices(tx: Tx, rows: readonly NoticeRow[]): Promise<void> {
  await tx.insert(NoticeRow, rows);
}

export async function noticesById(sql: Sql, ids: readonly string[]): Promise<Map<string, NoticeRow>> {
  const rows = await sql.rows(NoticeRow, `WHERE t.id IN (${marks(ids)})`, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Somebody's notices, newest first. */
export async function pageOfNotices(
  sql: Sql,
  recipientId: string,
  unreadOnly: boolean,
  request: PageRequest,
): Promise<Page<NoticeRow>> {
  // Written as a range, so that MariaDB walks the index from the cursor on instead of from its newest row.
  const conditions = ["t.recipientId >= ? AND t.recipientId <= ?", ...(unreadOnly ? ["t.readAt IS NULL"] : [])];
  const values: SqlValue[] = [recipientId, recipientId];
  if (request.after) {
    const [at, id] = request.after;
    conditions.push("t.at <= ? AND (t.at < ? OR t.id < ?)");
    values.push(at, at, id);
  }
  const tail = `WHERE ${conditions.join(" AND ")}
    ORDER BY t.recipientId DESC, t.at DESC, t.id DESC LIMIT ${request.first + 1}`;
  return toPage(await sql.rows(NoticeRow, tail, values), request, (row) => row.at);
}

export interface InboxState {
  /** Counted to UNREAD_CAP. */
  readonly unread: number;
  readonly seq: number;
}

/** How somebody's inbox stands. The number is read first: what moves meanwhile is told again, never lost. */
export async function inboxOf(sql: Sql, recipientId: string): Promise<InboxState> {
  const stream = accountStream(recipientId);
  const seq = (await lastSeqOf(sql, [stream])).get(stream) ?? 0;
  const [row] = await sql.query<{ n: number }>(
    `SELECT COUNT(*) AS n FROM (SELECT 1 AS one FROM notices WHERE recipientId = ? AND readAt IS NULL LIMIT ${UNREAD_CAP}) unread`,
    [recipientId],
  );
  return { unread: Number(row?.n ?? 0), seq };
}

/** Marks somebody's notices read, those of `ids` or all; tells how many were unread. Others' are left as they are. */
export async function markRead(tx: Tx, recipientId: string, ids: readonly string[] | null): Promise<number> {
  const some = ids === null ? "" : ` AND id IN (${marks(ids)})`;
  return tx.run(`UPDATE notices SET readAt = ? WHERE recipientId = ? AND readAt IS NULL${some}`, [
    tx.now,
    recipientId,
    ...(ids ?? []),
  ]);
}

/** Marks everybody's notices of before an instant read, as of that day: for a demo whose past is long over. */
export async function readUpTo(tx: Tx, before: number): Promise<void> {
  await tx.run("UPDATE notices SET readAt = at WHERE readAt IS NULL AND at < ?", [before]);
}

/** What some people switched off, as "topic:channel". */
export async function switchedOffBy(sql: Sql, accountIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const tail = `WHERE t.accountId IN (${marks(accountIds)}) AND t.enabled = 0`;
  const off = new Map<string, Set<string>>();
  for (const { accountId, topic, channel } of await sql.rows(NoticePreferenceRow, tail, accountIds)) {
    const theirs = off.get(accountId) ?? new Set();
    off.set(accountId, theirs.add(`${topic}:${channel}`));
  }
  return off;
}

/** The last of two at once stays. */
export async function setPreference(
  tx: Tx,
  preference: { accountId: string; topic: NoticeTopic; channel: NoticeChannel; enabled: boolean },
): Promise<void> {
  const { accountId, topic, channel, enabled } = preference;
  const onConflict =
    tx.dialect === "sqlite"
      ? "ON CONFLICT (accountId, topic, channel) DO UPDATE SET enabled = excluded.enabled"
      : "ON DUPLICATE KEY UPDATE enabled = VALUES(enabled)";
  await tx.run(
    `INSERT INTO notice_preferences (accountId, topic, channel, enabled) VALUES (?, ?, ?, ?) ${onConflict}`,
    [accountId, topic, channel, enabled],
  );
}
