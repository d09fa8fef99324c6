import { lockAccount } from "../identity/identity.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { bindingOf, endBinding } from "./binding.store.js";
import { cancelScenesOf } from "./scene.store.js";

/** Parts the viewer's account from its WeChat; links sent to the chat are worthless from now on. Twice does no harm. */
export async function unbindWechat(platform: Platform, viewer: Viewer): Promise<void> {
  must("sessionId" in viewer, "UNAUTHENTICATED");
  must(platform.config.wechat, "WECHAT_OFF");
  const { accountId } = viewer;
  await platform.work.run(viewer, async (tx) => {
    found(await lockAccount(tx, accountId));
    const binding = await bindingOf(tx, accountId);
    if (binding) await endBinding(tx, binding, "WEB");
    await cancelScenesOf(tx, accountId);
  });
}
