import { lockAccount } from "../identity/identity.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { sceneLife } from "./binding.js";
import { moveScene, sceneOfSession } from "./scene.store.js";

/**
 * Gives up a wish to bind, such as when a stranger's WeChat claimed it. Twice does no harm. Refuses NOT_FOUND for another's scene
 * and BINDING_ENDED once it is confirmed.
 */
export async function cancelWechatBinding(platform: Platform, viewer: Viewer, sceneId: string): Promise<void> {
  must("sessionId" in viewer, "UNAUTHENTICATED");
  must(platform.config.wechat, "WECHAT_OFF");
  await platform.work.run(viewer, async (tx) => {
    found(await lockAccount(tx, viewer.accountId));
    const scene = found(await sceneOfSession(tx, sceneId, viewer));
    if (scene.state === "CANCELLED") return;
    must(sceneLife.allows(scene.state, "CANCEL"), "BINDING_ENDED");
    // A scan of this moment may have claimed it: it is cancelled all the same.
    const moved =
      (await moveScene(tx, scene, "CANCELLED")) || (await moveScene(tx, { ...scene, state: "CLAIMED" }, "CANCELLED"));
    must(moved, "BINDING_ENDED");
  });
}
