import { lockAccount } from "../identity/identity.store.js";
import { SECOND } from "../kernel/clock.js";
import { newId } from "../kernel/ids.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { createSceneQr } from "./account.client.js";
import { SCENE_LIFE_MS, sceneOf } from "./binding.js";
import { bindingOf } from "./binding.store.js";
import { addScene, cancelScenesOf } from "./scene.store.js";

/**
 * Begins to bind a WeChat to the viewer's account: a code for this session to show, ten minutes long and good once. The one
 * shown before it is worthless from now on. Returns the scene's id.
 *
 * WeChat is asked before anything is written: a process that dies in between leaves a code that leads nowhere.
 * Refuses WECHAT_OFF, WECHAT_BUSY with the reason, BINDING_TAKEN until the present one is unbound, RATE_LIMITED.
 */
export async function beginWechatBinding(platform: Platform, viewer: Viewer): Promise<string> {
  must("sessionId" in viewer, "UNAUTHENTICATED");
  must(platform.config.wechat, "WECHAT_OFF");
  const { accountId, sessionId } = viewer;
  must(!(await bindingOf(platform.database.read, accountId)), "BINDING_TAKEN");
  await platform.limits.take("wechatScenesPerAccount", accountId);
  const scene = sceneOf(newId());
  const qr = await createSceneQr(platform, scene, SCENE_LIFE_MS / SECOND);
  must(qr.ok, "WECHAT_BUSY", { reason: qr.ok ? "" : qr.verdict });
  return platform.work.run(viewer, async (tx) => {
    const { audience } = found(await lockAccount(tx, accountId));
    must(!(await bindingOf(tx, accountId)), "BINDING_TAKEN");
    await cancelScenesOf(tx, accountId);
    const unclaimed = { openid: null, via: "SCENE", qrUrl: qr.url } as const;
    return (await addScene(tx, { secret: scene, accountId, audience, sessionId, ...unclaimed })).id;
  });
}
