import { found } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import { SYSTEM } from "../platform/viewer.js";
import { markUnreachable } from "../wechat/binding.store.js";
import { verdictOfStatus } from "../wechat/errors.js";
import { manners } from "./manners.js";
import { queueNext } from "./next-way.store.js";
import { noticesById } from "./notice.store.js";
import { outcomeOf } from "./send.js";
import { dropReceipt, keepReceipt, moveSend, type NoticeSendRow, renewed, sendOfProvider } from "./send.store.js";

/**
 * WeChat tells what became of a card it had taken: delivered, or not; then the next way is tried, or this one again when we
 * were too fast. It may tell before
 * we have stored its number; then it is kept and looked at again by who stores the number. A repeat does no harm.
 */
export async function sendFinished(platform: Platform, told: { msgid: string; status: string }): Promise<void> {
  const known = await platform.work.run(SYSTEM, async (tx) => {
    const send = await sendOfProvider(tx, told.msgid);
    if (send) await finish(tx, send, told.status);
    else await keepReceipt(tx, told.msgid, told.status);
    return send !== undefined;
  });
  // Kept first, then looked for again: whichever of the two comes last sees the other.
  if (!known) {
    await platform.work.run(SYSTEM, async (tx) => {
      const send = await sendOfProvider(tx, told.msgid);
      if (send) await finish(tx, send, told.status);
    });
  }
  platform.nudge();
}

async function finish(tx: Tx, send: NoticeSendRow, status: string): Promise<void> {
  if (send.providerId !== null) await dropReceipt(tx, send.providerId);
  if (send.state !== "SENT") return;
  const verdict = verdictOfStatus(status);
  if (verdict === "DELIVERED") {
    await moveSend(tx, send, "CONFIRM", { doneAt: tx.now });
    return;
  }
  const notice = found((await noticesById(tx, [send.noticeId])).get(send.noticeId));
  const told = { verdict, error: status.slice(0, 200) };
  if (verdict === "TOO_FAST") {
    const outcome = outcomeOf({ ...send, verdict }, manners[notice.kind], tx.now);
    if ("again" in outcome) {
      const later = { nextAt: outcome.again, reason: outcome.reason };
      await moveSend(tx, send, "RENEW", { ...told, ...later, ...renewed(send) });
      return;
    }
  }
  if (!(await moveSend(tx, send, "FAIL", { ...told, doneAt: tx.now }))) return;
  if (verdict === "BLOCKED") await markUnreachable(tx, send.address, "UNSUBSCRIBED");
  await queueNext(tx, send, notice, null);
}
