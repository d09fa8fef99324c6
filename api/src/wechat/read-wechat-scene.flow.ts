import { accountById } from "../identity/identity.store.js";
import { found } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { maskedAccount } from "./binding.js";
import { type SceneRow, sceneOfSession } from "./scene.store.js";

/** A wish to bind as the session that began it sees it; null for everybody else, also elsewhere in the same account. */
export async function readWechatScene(
  platform: Platform,
  viewer: Viewer,
  sceneId: string,
): Promise<{ readonly scene: SceneRow; readonly maskedAccount: string } | null> {
  if (!platform.config.wechat || !("sessionId" in viewer)) return null;
  const { read } = platform.database;
  const scene = await sceneOfSession(read, sceneId, viewer);
  if (!scene) return null;
  return { scene, maskedAccount: maskedAccount(found(await accountById(read, scene.accountId))) };
}
