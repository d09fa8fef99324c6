import { must } from "../kernel/refusal.js";
import { appOrigin } from "../platform/origin.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { createMenu } from "./account.client.js";
import { menuUrl } from "./addresses.js";
import { failureText } from "./failure-words.js";
import { checkMenu, wechatMenu } from "./menu.js";
import { notePublishing, theMenu } from "./menu.store.js";

/**
 * Makes the draft the menu that followers see. What WeChat took is kept as published; what it refused leaves the published
 * one as it was and a problem that says why. Refuses FORBIDDEN (to all but the platform itself and staff with
 * operations.manage), WECHAT_OFF, STALE_VERSION, VALIDATION.
 */
export async function publishMenu(platform: Platform, viewer: Viewer, input: { version: number }): Promise<void> {
  must(viewer.kind === "system" || holds(viewer, "operations.manage"), "FORBIDDEN");
  must(platform.config.wechat, "WECHAT_OFF");
  const { draft, version } = await theMenu(platform.database.read);
  must(version === input.version, "STALE_VERSION");
  const origin = appOrigin(platform.config, "shop");
  const told = await createMenu(
    platform,
    wechatMenu(checkMenu(draft), (path) => menuUrl(origin, path)),
  );
  await platform.work.run(viewer, (tx) => notePublishing(tx, draft, told.ok ? null : failureText(told)));
}
