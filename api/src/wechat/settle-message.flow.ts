import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import type { Answer, Reply } from "./answering.js";
import { keepAnswer, markFailed } from "./inbound.store.js";

/**
 * Keeps what was answered, so that a second delivery gets the same. An answer that was waited for too long is sent as a
 * message of its own, by the courier: also when this process ends now.
 */
export async function settleMessage(platform: Platform, dedupeKey: string, answer: Answer): Promise<void> {
  const kept = await platform.work.run(SYSTEM, (tx) => keepAnswer(tx, dedupeKey, answer));
  if (kept === "LATE") platform.nudge();
}

/** The work failed: the next delivery tries again, or, when none will come any more, the person is told `sorry`. */
export async function failMessage(platform: Platform, dedupeKey: string, sorry: Reply | null): Promise<void> {
  if (await platform.work.run(SYSTEM, (tx) => markFailed(tx, dedupeKey))) return;
  await settleMessage(platform, dedupeKey, { reply: sorry, intent: null, orderId: null });
}
