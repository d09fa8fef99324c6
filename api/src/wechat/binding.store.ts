import { newId } from "../kernel/ids.js";
import { Refusal } from "../kernel/refusal.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { isDuplicate } from "../platform/unit-of-work.js";
import { activeKey, type BindingState, bindingLife } from "./binding.js";
import { type UnboundBy, wechatFacts } from "./facts.js";
import { dropLinks } from "./link.store.js";
import { BindingRow, type SceneRow } from "./wechat.table.js";

export type { BindingRow };

const ACTIVE = "t.accountKey IS NOT NULL";

/** The WeChat of an account, whether it can be told anything or unsubscribed; null when it has none. */
export async function bindingOf(sql: Sql, accountId: string): Promise<BindingRow | null> {
  return (await sql.rows(BindingRow, "WHERE t.accountKey = ?", [accountId]))[0] ?? null;
}

/** The active bindings of these accounts, by account. */
export async function accountsBound(sql: Sql, accountIds: readonly string[]): Promise<Map<string, BindingRow>> {
  const rows = await sql.rows(BindingRow, `WHERE t.accountKey IN (${marks(accountIds)})`, accountIds);
  return new Map(rows.map((row) => [row.accountId, row]));
}

/** The active bindings of a WeChat, the newest first: at most one per audience unless the account is shared. */
export async function bindingsOfOpenid(sql: Sql, openid: string): Promise<BindingRow[]> {
  return sql.rows(BindingRow, `WHERE t.openid = ? AND ${ACTIVE} ORDER BY t.boundAt DESC, t.id LIMIT 50`, [openid]);
}

/**
 * Binds the WeChat that claimed `scene` to the scene's account. Refuses BINDING_TAKEN when either has another already, also
 * when two come at once: the unique keys decide.
 */
export async function addBinding(tx: Tx, scene: SceneRow, shared: boolean): Promise<BindingRow> {
  const { accountId, audience, openid, via } = scene;
  if (openid === null) throw new Error("Nobody claimed this scene.");
  const row: BindingRow = {
    id: newId(),
    accountId,
    audience,
    openid,
    state: bindingLife.initial,
    activeKey: activeKey(audience, openid, accountId, shared),
    accountKey: accountId,
    boundVia: via,
    boundAt: tx.now,
    endedAt: null,
    version: 1,
  };
  await tx.insert(BindingRow, [row]).catch((error: unknown) => {
    throw isDuplicate(error) ? new Refusal("BINDING_TAKEN") : error;
  });
  tx.record(wechatFacts.bound(row));
  return row;
}

/** Ends a binding, and with it the links that the chat was given; of two who end it at once one is told. */
export async function endBinding(tx: Tx, binding: BindingRow, by: UnboundBy): Promise<void> {
  const state = bindingLife.after(binding.state, by === "UNKNOWN_OPENID" ? "INVALIDATE" : "UNBIND");
  const ended = { state, activeKey: null, accountKey: null, endedAt: tx.now };
  // Whether it is BOUND or UNSUBSCRIBED by now does not matter, only that it still stands.
  const mine = await tx.tryChange(BindingRow, { id: binding.id, accountKey: binding.accountId }, ended);
  if (mine) tx.record(wechatFacts.unbound(binding, by));
  await dropLinks(tx, binding.accountId);
}

/** Ends every binding of a WeChat; returns the accounts it stood for. */
export async function unbindAll(tx: Tx, openid: string, by: UnboundBy = "CHAT"): Promise<string[]> {
  const bindings = await bindingsOfOpenid(tx, openid);
  for (const binding of bindings) await endBinding(tx, binding, by);
  return bindings.map(({ accountId }) => accountId);
}

/** WeChat told that this person can't be reached: they left (UNSUBSCRIBED), or are no follower of this account (INVALID). */
export async function markUnreachable(tx: Tx, openid: string, state: "UNSUBSCRIBED" | "INVALID"): Promise<void> {
  for (const binding of await bindingsOfOpenid(tx, openid)) {
    if (state === "INVALID") await endBinding(tx, binding, "UNKNOWN_OPENID");
    else if (await move(tx, binding, "BOUND", "UNSUBSCRIBED")) tx.record(wechatFacts.unsubscribed(binding));
  }
}

/** This person can be reached again: what stood still because they had left goes on. */
export async function markReachable(tx: Tx, openid: string): Promise<void> {
  for (const binding of await bindingsOfOpenid(tx, openid)) {
    if (await move(tx, binding, "UNSUBSCRIBED", "BOUND")) tx.record(wechatFacts.resubscribed(binding));
  }
}

async function move(tx: Tx, binding: BindingRow, from: BindingState, state: BindingState): Promise<boolean> {
  return binding.state === from && (await tx.tryChange(BindingRow, { id: binding.id, state: from }, { state }));
}

/** Takes the person out of bindings that have ended: who withdraws their consent is not kept. Returns whose they were. */
export async function forgetBindings(tx: Tx, openid: string): Promise<string[]> {
  const ended = "WHERE openid = ? AND accountKey IS NULL";
  const rows = await tx.query<{ accountId: string }>(`SELECT DISTINCT accountId FROM wechat_bindings ${ended}`, [
    openid,
  ]);
  await tx.run(`UPDATE wechat_bindings SET openid = '' ${ended}`, [openid]);
  return rows.map(({ accountId }) => accountId);
}

/** How many accounts have a WeChat. */
export async function countActiveBindings(sql: Sql): Promise<number> {
  const text = "SELECT COUNT(*) AS n FROM wechat_bindings WHERE accountKey IS NOT NULL";
  const [row] = await sql.query<{ n: number }>(text);
  return Number(row?.n ?? 0);
}
