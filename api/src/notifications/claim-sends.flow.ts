import { found } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import type { NoticeChannel } from "./notice.js";
import { type NoticeRow, noticesById } from "./notice.store.js";
import { dueSends, leaseSend, type NoticeSendRow } from "./send.store.js";

/** A message that is this process's to bring out, and what it tells. */
export interface ClaimedSend {
  readonly send: NoticeSendRow;
  readonly notice: NoticeRow;
}

/** Leases up to `most` messages of a channel that may leave now. Of two processes that race for one, one gets it. */
export async function claimSends(platform: Platform, channel: NoticeChannel, most: number): Promise<ClaimedSend[]> {
  const due = await dueSends(platform.database.read, channel, platform.clock.now(), most);
  if (due.length === 0) return [];
  return platform.work.run(SYSTEM, async (tx) => {
    const leased: NoticeSendRow[] = [];
    for (const send of due) {
      const mine = await leaseSend(tx, send);
      if (mine) leased.push(mine);
    }
    const ids = leased.map(({ noticeId }) => noticeId);
    const notices = ids.length > 0 ? await noticesById(tx, ids) : new Map<string, NoticeRow>();
    return leased.map((send) => ({ send, notice: found(notices.get(send.noticeId)) }));
  });
}
