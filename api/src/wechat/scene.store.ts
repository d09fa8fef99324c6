import type { Audience } from "../identity/account.js";
import { newId } from "../kernel/ids.js";
import { fingerprint } from "../platform/signing.js";
import type { Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { type BoundVia, SCENE_LIFE_MS, type SceneState, sceneLife } from "./binding.js";
import { bindingOf, bindingsOfOpenid } from "./binding.store.js";
import { wechatFacts } from "./facts.js";
import { SceneRow } from "./wechat.table.js";

export type { SceneRow };

/** A scene that this session of this account began; another session of the same account has none of it. */
export async function sceneOfSession(
  sql: Sql,
  id: string,
  { accountId, sessionId }: { readonly accountId: string; readonly sessionId: string },
): Promise<SceneRow | undefined> {
  const tail = "WHERE t.id = ? AND t.accountId = ? AND t.sessionId = ?";
  return (await sql.rows(SceneRow, tail, [id, accountId, sessionId]))[0];
}

export interface NewScene {
  readonly secret: string;
  readonly accountId: string;
  readonly audience: Audience;
  readonly sessionId: string;
  readonly via: BoundVia;
  readonly qrUrl: string;
  readonly openid: string | null;
}

/** Begins a wish to bind, ten minutes long: waiting for a scan, or claimed already when WeChat told who it is. */
export async function addScene(tx: Tx, { secret, ...scene }: NewScene): Promise<SceneRow> {
  const row: SceneRow = {
    id: newId(),
    hash: fingerprint(secret),
    ...scene,
    state: scene.openid === null ? sceneLife.initial : sceneLife.after(sceneLife.initial, "CLAIM"),
    createdAt: tx.now,
    expiresAt: tx.now + SCENE_LIFE_MS,
    version: 1,
  };
  await tx.insert(SceneRow, [row]);
  tx.record(wechatFacts.sceneMoved(row.id, row.state));
  return row;
}

/** Moves a scene; false when it is no longer as `scene` says. Its page is told. */
export async function moveScene(
  tx: Tx,
  scene: SceneRow,
  state: SceneState,
  also: Partial<SceneRow> = {},
): Promise<boolean> {
  const moved = await tx.tryChange(SceneRow, { id: scene.id, state: scene.state }, { state, ...also });
  if (moved) tx.record(wechatFacts.sceneMoved(scene.id, state));
  return moved;
}

/** Ends every wish of an account that is still open. */
export async function cancelScenesOf(tx: Tx, accountId: string): Promise<void> {
  const open = await tx.rows(SceneRow, "WHERE t.accountId = ? AND t.state IN ('OPEN', 'CLAIMED')", [accountId]);
  for (const scene of open) await moveScene(tx, scene, "CANCELLED");
}

/** Ends the wishes that a WeChat claimed and takes the person out of all it ever claimed. */
export async function forgetClaims(tx: Tx, openid: string): Promise<void> {
  const waiting = await tx.rows(SceneRow, "WHERE t.openid = ? AND t.state = 'CLAIMED'", [openid]);
  for (const scene of waiting) await moveScene(tx, scene, "CANCELLED");
  await tx.run("UPDATE wechat_scene_tokens SET openid = NULL WHERE openid = ?", [openid]);
}

export interface Claimed {
  /**
   * CLAIMED: the page of the account is asked to confirm, also when the same person scans twice. ALREADY: this WeChat is
   * the account's. TAKEN: it is another account's, or the account has another. ENDED: used, over, cancelled or none of ours.
   */
  readonly outcome: "CLAIMED" | "TAKEN" | "ENDED" | "ALREADY";
  readonly accountId: string | null;
  readonly audience: Audience | null;
  readonly sceneId: string | null;
}

const ENDED: Claimed = { outcome: "ENDED", accountId: null, audience: null, sceneId: null };

/** Somebody scanned a code. Only claims: whoever began decides on their page. Of two who scan at once the first counts. */
export async function claimScene(tx: Tx, scene: string, openid: string, shared: boolean): Promise<Claimed> {
  const [row] = await tx.rows(SceneRow, "WHERE t.hash = ?", [fingerprint(scene)]);
  if (!row || row.expiresAt <= tx.now) return ENDED;
  const whose = { accountId: row.accountId, audience: row.audience, sceneId: row.id };
  const own = await bindingOf(tx, row.accountId);
  if (own) return { outcome: own.openid === openid ? "ALREADY" : "TAKEN", ...whose };
  const others = await bindingsOfOpenid(tx, openid);
  if (!shared && others.some((binding) => binding.audience === row.audience)) return { outcome: "TAKEN", ...whose };
  if (row.state === "CLAIMED" && row.openid === openid) return { outcome: "CLAIMED", ...whose };
  if (row.state !== "OPEN" || !(await moveScene(tx, row, "CLAIMED", { openid }))) return ENDED;
  return { outcome: "CLAIMED", ...whose };
}
