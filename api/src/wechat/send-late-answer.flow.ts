import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { sendCustomText } from "./account.client.js";
import { inboundById, markUnsent } from "./inbound.store.js";
import { HANDED_OVER } from "./replies.js";

/**
 * Sends an answer that came too late for a reply; a hand-over, which only a reply can do, in words. Throws while WeChat is
 * busy or finds us too fast, to be tried again. When the follower's window or quota is over, nobody can be told: staff see it.
 */
export async function sendLateAnswer(platform: Platform, inboundId: string): Promise<void> {
  const row = await inboundById(platform.database.read, inboundId);
  if (row?.state !== "LATE" || row.reply === null) return;
  const told = await sendCustomText(platform, row.openid, row.reply.kind === "text" ? row.reply.text : HANDED_OVER);
  if (told.ok) return;
  if (told.verdict === "BUSY" || told.verdict === "TOO_FAST") throw new Error(`WeChat is ${told.verdict}.`);
  await platform.work.run(SYSTEM, (tx) => markUnsent(tx, row));
}
