import { lockAccount } from "../identity/identity.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { addBinding, bindingOf } from "./binding.store.js";
import { moveScene, sceneOfSession } from "./scene.store.js";

/**
 * Binds the WeChat that claimed the scene. Only the session that began may say so, so a code that was passed on to a stranger
 * binds nobody. A second click finds it done. Refuses NOT_FOUND for another's scene, BINDING_ENDED, and BINDING_TAKEN, also
 * when two accounts confirm the same WeChat at once.
 */
export async function confirmWechatBinding(platform: Platform, viewer: Viewer, sceneId: string): Promise<void> {
  must("sessionId" in viewer, "UNAUTHENTICATED");
  const { wechat } = platform.config;
  must(wechat, "WECHAT_OFF");
  await platform.work.run(viewer, async (tx) => {
    found(await lockAccount(tx, viewer.accountId));
    const scene = found(await sceneOfSession(tx, sceneId, viewer));
    const own = await bindingOf(tx, viewer.accountId);
    if (scene.state === "CONFIRMED" && own !== null && own.openid === scene.openid) return;
    must(scene.state === "CLAIMED" && scene.expiresAt > tx.now, "BINDING_ENDED");
    must(own === null, "BINDING_TAKEN");
    must(await moveScene(tx, scene, "CONFIRMED"), "BINDING_ENDED");
    await addBinding(tx, scene, wechat.shared);
  });
}
