import { lockAccount } from "../identity/identity.store.js";
import { SECOND } from "../kernel/clock.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import type { Viewer } from "../platform/viewer.js";
import { isFollower } from "./account.client.js";
import { claimCode, claimSeal } from "./binding.js";
import { addBinding, bindingOf, markUnreachable } from "./binding.store.js";
import { followerOf } from "./conversation.store.js";
import { moveScene, type SceneRow, sceneOfSession } from "./scene.store.js";

export interface ConfirmBinding {
  readonly sceneId: string;
  /** What the chat told whoever scanned; null when WeChat itself said who opened the page. */
  readonly code: string | null;
}

/**
 * Binds the WeChat that claimed the scene. Only the session that began may say so, and after a scan only with the digits that
 * the chat told who scanned: both sides have to want it, so a picture of the code that was passed on binds nobody, whoever
 * holds it. A second click finds it done. Refuses NOT_FOUND for another's scene, CODE_INVALID (RATE_LIMITED after some),
 * BINDING_ENDED, and BINDING_TAKEN, also when two accounts confirm the same WeChat at once.
 *
 * Who opened a page of ours need not follow: WeChat is asked first, and one that can't be reached yet is bound as UNSUBSCRIBED.
 */
export async function confirmWechatBinding(platform: Platform, viewer: Viewer, wish: ConfirmBinding): Promise<void> {
  const { sceneId } = wish;
  must("sessionId" in viewer, "UNAUTHENTICATED");
  const { wechat } = platform.config;
  must(wechat, "WECHAT_OFF");
  await platform.limits.take("codeTries", `wechat:${sceneId}`);
  const askedAt = platform.clock.now();
  const absent = await isAbsent(platform, viewer, sceneId);
  await platform.work.run(viewer, async (tx) => {
    found(await lockAccount(tx, viewer.accountId));
    const scene = found(await sceneOfSession(tx, sceneId, viewer));
    const own = await bindingOf(tx, viewer.accountId);
    if (scene.state === "CONFIRMED" && own !== null && own.openid === scene.openid) return;
    must(scene.state === "CLAIMED" && scene.expiresAt > tx.now, "BINDING_ENDED");
    must(own === null, "BINDING_TAKEN");
    must(scene.via !== "SCENE" || wish.code?.trim() === codeOf(platform, scene), "CODE_INVALID", { field: "code" });
    must(await moveScene(tx, scene, "CONFIRMED"), "BINDING_ENDED");
    const { openid } = await addBinding(tx, scene, wechat.shared);
    if (absent && !(await followedSince(tx, openid, askedAt))) await markUnreachable(tx, openid, "UNSUBSCRIBED");
  });
}

function codeOf({ signer }: Platform, { id, openid }: SceneRow): string {
  return claimCode(signer.sign(claimSeal(id, openid ?? "")));
}

/** A viewer who signed in. */
type WithSession = Extract<Viewer, { readonly sessionId: string }>;

/** Whether WeChat says that who claimed the scene on a page follows nobody. A scan of a code is a follower's. */
async function isAbsent(platform: Platform, viewer: WithSession, sceneId: string): Promise<boolean> {
  const scene = await sceneOfSession(platform.database.read, sceneId, viewer);
  if (scene?.state !== "CLAIMED" || scene.via !== "OAUTH" || scene.openid === null) return false;
  return (await isFollower(platform, scene.openid)) === false;
}

/** Whether they followed while WeChat was asked; it tells instants in whole seconds. */
async function followedSince(tx: Tx, openid: string, askedAt: number): Promise<boolean> {
  const follower = await followerOf(tx, openid);
  return follower?.subscribed === true && follower.lastEventAt > askedAt - SECOND;
}
