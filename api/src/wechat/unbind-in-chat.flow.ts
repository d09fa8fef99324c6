import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { unbindAll } from "./binding.store.js";
import { remember } from "./conversation.store.js";
import { cancelScenesOf } from "./scene.store.js";
import type { Writer } from "./who.js";

/**
 * Ends every binding of a WeChat because its owner confirmed it in the chat; tells whether there was one. Links sent to the
 * chat and codes that its accounts show are worthless from now on.
 */
export async function unbindInChat(platform: Platform, { openid, at }: Writer): Promise<boolean> {
  return platform.work.run(SYSTEM, async (tx) => {
    await remember(tx, openid, { list: [], listUntil: null, misses: 0, at });
    const accountIds = await unbindAll(tx, openid);
    for (const accountId of accountIds) await cancelScenesOf(tx, accountId);
    return accountIds.length > 0;
  });
}
