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
  /** What their next numbers stand for; null leaves what was listed before, as long as it lasts. */
  readonly list: readonly string[] | null;
  readonly listUntil: number | null;
  readonly misses: number;
  /** When they wrote, by WeChat's clock. */
  readonly at: number;
}

/** Notes what the next message may refer to, and that they have written. Who writes follows. */
export async function remember(tx: Tx, openid: string, { list, listUntil, misses, at }: Remembered): Promise<void> {
  const listed = list === null ? null : JSON.stringify(list);
  const insert = `INSERT INTO wechat_followers (openid, subscribed, lastEventAt, misses, list, listUntil)
    VALUES (?, 1, ?, ?, ?, ?)`;
  const otherwise = tx.dialect === "sqlite" ? "ON CONFLICT (openid) DO UPDATE SET" : "ON DUPLICATE KEY UPDATE";
  const said = [at, at, misses];
  const newest = "CASE WHEN wechat_followers.lastEventAt < ? THEN ? ELSE wechat_followers.lastEventAt END";
  const set = `lastEventAt = ${newest}, misses = ?`;
  const values = [openid, at, misses, listed, listUntil];
  if (list === null) await tx.run(`${insert} ${otherwise} ${set}`, [...values, ...said]);
  else await tx.run(`${insert} ${otherwise} ${set}, list = ?, listUntil = ?`, [...values, ...said, listed, listUntil]);
}

export async function countFollowers(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ n: number }>("SELECT COUNT(*) AS n FROM wechat_followers WHERE subscribed = 1");
  return Number(row?.n ?? 0);
}
