import type { Tx } from "../platform/tx.js";
import { manners } from "./manners.js";
import { nextChannel } from "./notice.js";
import type { NoticeRow } from "./notice.store.js";
import { allowedAt } from "./send.js";
import { addSendOnce, type NoticeSendRow, newSend } from "./send.store.js";
import { type House, type Person, type Way, wayTo } from "./way.js";

/** How the reader of a notice can be reached, as far as that was looked at. */
export interface Reachable {
  readonly persons: ReadonlyMap<string, Person>;
  readonly house: House;
}

/**
 * Queues the way after the one that gave up, not before a reminder's morning. Without `people` the next way is queued
 * blindly: whether it reaches them is looked at when it is tried.
 */
export async function queueNext(
  tx: Tx,
  send: NoticeSendRow,
  notice: NoticeRow,
  people: Reachable | null,
): Promise<void> {
  const way = people ? wayAfter(send, notice, people) : blindWay(send, notice);
  if (!way) return;
  const nextAt = allowedAt(manners[notice.kind], tx.now);
  const reason = nextAt > tx.now ? ("QUIET_HOURS" as const) : null;
  await addSendOnce(tx, newSend(tx.now, { notice, ...way, groupKey: send.groupKey, nextAt, reason }));
}

function wayAfter(send: NoticeSendRow, { kind }: NoticeRow, { persons, house }: Reachable): Way | null {
  const person = persons.get(send.recipientId);
  return person ? wayTo(person, manners[kind], house, send.channel) : null;
}

function blindWay(send: NoticeSendRow, { kind }: NoticeRow): Way | null {
  const channel = nextChannel(manners[kind].reach, send.channel, () => true);
  return channel && { channel, address: "" };
}
