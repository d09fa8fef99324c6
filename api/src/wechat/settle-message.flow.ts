import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { sendCustomText } from "./account.client.js";
import type { Answer, Reply } from "./answering.js";
import { keepAnswer, markFailed } from "./inbound.store.js";

/**
 * Keeps what was answered, so that a second delivery gets the same. An answer that was waited for too long is sent as a
 * message of its own, once.
 */
export async function settleMessage(
  platform: Platform,
  dedupeKey: string,
  openid: string,
  answer: Answer,
): Promise<void> {
  const kept = await platform.work.run(SYSTEM, (tx) => keepAnswer(tx, dedupeKey, answer));
  if (kept === "LATE" && answer.reply?.kind === "text") await sendCustomText(platform, openid, answer.reply.text);
}

/** The work failed: the next delivery tries again, or, when none will come any more, the person is told `sorry`. */
export async function failMessage(
  platform: Platform,
  dedupeKey: string,
  openid: string,
  sorry: Reply | null,
): Promise<void> {
  if (await platform.work.run(SYSTEM, (tx) => markFailed(tx, dedupeKey))) return;
  await settleMessage(platform, dedupeKey, openid, { reply: sorry, intent: null, orderId: null });
}
