import type { Tx } from "../platform/tx.js";
import { forgetBindings, markReachable, markUnreachable, unbindAll } from "./binding.store.js";
import { forgetClaims } from "./scene.store.js";

/**
 * Somebody follows the account, or no longer did at `at` by WeChat's clock. Their bindings follow. WeChat delivers again what
 * it thinks got lost, so hearing it twice does no harm, and what is older than the newest we heard of them changes nothing.
 */
export async function followerMoved(
  tx: Tx,
  openid: string,
  state: "SUBSCRIBED" | "UNSUBSCRIBED",
  at: number,
): Promise<void> {
  if (!(await keepMove(tx, openid, state === "SUBSCRIBED", at))) return;
  if (state === "SUBSCRIBED") await markReachable(tx, openid);
  else await markUnreachable(tx, openid, "UNSUBSCRIBED");
}

async function keepMove(tx: Tx, openid: string, subscribed: boolean, at: number): Promise<boolean> {
  const ignore = tx.dialect === "sqlite" ? "INSERT OR IGNORE" : "INSERT IGNORE";
  const insert = `${ignore} INTO wechat_followers (openid, subscribed, lastEventAt, misses) VALUES (?, ?, ?, 0)`;
  const value = subscribed ? 1 : 0;
  if ((await tx.run(insert, [openid, value, at])) === 1) return true;
  const update = "UPDATE wechat_followers SET subscribed = ?, lastEventAt = ? WHERE openid = ? AND lastEventAt <= ?";
  return (await tx.run(update, [value, at, openid, at])) === 1;
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
  await forgetClaims(tx, openid);
  await tx.run("DELETE FROM wechat_followers WHERE openid = ?", [openid]);
  return accountIds;
}
