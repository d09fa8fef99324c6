import type { Tx } from "../platform/tx.js";
import { forgetBindings, markReachable, markUnreachable, unbindAll } from "./binding.store.js";

/** Somebody follows the account, or no longer does. Their bindings follow; hearing it twice does no harm. */
export async function followerMoved(tx: Tx, openid: string, state: "SUBSCRIBED" | "UNSUBSCRIBED"): Promise<void> {
  const subscribed = state === "SUBSCRIBED";
  const since = subscribed ? "subscribedAt" : "unsubscribedAt";
  const values = [openid, subscribed ? 1 : 0, tx.now, tx.now, 0];
  const set = `subscribed = ?, ${since} = ?, lastEventAt = ?`;
  const insert = `INSERT INTO wechat_followers (openid, subscribed, ${since}, lastEventAt, misses) VALUES (?, ?, ?, ?, ?)`;
  const otherwise = tx.dialect === "sqlite" ? "ON CONFLICT (openid) DO UPDATE SET" : "ON DUPLICATE KEY UPDATE";
  await tx.run(`${insert} ${otherwise} ${set}`, [...values, subscribed ? 1 : 0, tx.now, tx.now]);
  if (subscribed) await markReachable(tx, openid);
  else await markUnreachable(tx, openid, "UNSUBSCRIBED");
}

/**
 * The person withdrew their consent: their bindings end, and what they wrote and were told in the chat goes with their name,
 * as the law on personal information asks. Returns the accounts that this WeChat has ever stood for.
 */
export async function forgetPerson(tx: Tx, openid: string): Promise<string[]> {
  await unbindAll(tx, openid, "REVOKED");
  const accountIds = await forgetBindings(tx, openid);
  await tx.run("UPDATE wechat_inbound SET openid = '', text = NULL, reply = NULL, orderId = NULL WHERE openid = ?", [
    openid,
  ]);
  await tx.run("UPDATE wechat_scene_tokens SET openid = NULL, unionId = NULL WHERE openid = ?", [openid]);
  await tx.run("DELETE FROM wechat_followers WHERE openid = ?", [openid]);
  return accountIds;
}
