import type { Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { FollowerRow } from "./wechat.table.js";

export type { FollowerRow };

/** Somebody of whom the chat may know something; undefined for who never wrote and never followed while we listened. */
export async function followerOf(sql: Sql, openid: string): Promise<FollowerRow | undefined> {
  return (await sql.rows(FollowerRow, "WHERE t.openid = ?", [openid]))[0];
}

/** What the chat keeps of a person between two messages. */
export interface Remembered {
  /** What their next number stands for; null when the last answer was no list. */
  readonly list: readonly string[] | null;
  readonly listUntil: number | null;
  readonly misses: number;
}

/** Notes what the next message may refer to, and that they have written now. Who writes follows. */
export async function remember(tx: Tx, openid: string, { list, listUntil, misses }: Remembered): Promise<void> {
  const set = "lastEventAt = ?, lastMessageAt = ?, list = ?, listUntil = ?, misses = ?";
  const values = [tx.now, tx.now, list === null ? null : JSON.stringify(list), listUntil, misses];
  const insert = `INSERT INTO wechat_followers
    (openid, subscribed, lastEventAt, lastMessageAt, list, listUntil, misses) VALUES (?, 1, ?, ?, ?, ?, ?)`;
  const otherwise = tx.dialect === "sqlite" ? "ON CONFLICT (openid) DO UPDATE SET" : "ON DUPLICATE KEY UPDATE";
  await tx.run(`${insert} ${otherwise} ${set}`, [openid, ...values, ...values]);
}

export async function countFollowers(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ n: number }>("SELECT COUNT(*) AS n FROM wechat_followers WHERE subscribed = 1");
  return Number(row?.n ?? 0);
}
