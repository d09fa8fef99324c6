import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { unbindAll } from "./binding.store.js";
import { remember } from "./conversation.store.js";
import type { Writer } from "./who.js";

/** Ends every binding of a WeChat because its owner confirmed it in the chat; tells whether there was one. */
export async function unbindInChat(platform: Platform, { openid, at }: Writer): Promise<boolean> {
  return platform.work.run(SYSTEM, async (tx) => {
    await remember(tx, openid, { list: [], listUntil: null, misses: 0, at });
    return (await unbindAll(tx, openid)) > 0;
  });
}
