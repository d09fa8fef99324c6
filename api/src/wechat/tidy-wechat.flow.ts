import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { forgetRows, maskReply, oldRows, oldTables, openReplies, TIDY_BATCH } from "./tidy.store.js";

/** Then the next minute goes on: a backlog is no reason to hold up a stop. */
const BATCHES_MAX = 20;

/**
 * Takes what signs in out of replies that no delivery is told any more, and forgets what the log, links and codes need not
 * keep. In batches; safe to run at any time and by several processes at once.
 */
export async function tidyWechat(platform: Platform): Promise<void> {
  const { read } = platform.database;
  const now = platform.clock.now();
  await inBatches(async () => {
    const replies = await openReplies(read, now);
    if (replies.length > 0)
      await platform.work.run(SYSTEM, async (tx) => {
        for (const reply of replies) await maskReply(tx, reply);
      });
    return replies.length;
  });
  for (const table of oldTables)
    await inBatches(async () => {
      const ids = await oldRows(read, table, now);
      if (ids.length > 0) await platform.work.run(SYSTEM, (tx) => forgetRows(tx, table, ids));
      return ids.length;
    });
}

async function inBatches(batch: () => Promise<number>): Promise<void> {
  for (let done = 0; done < BATCHES_MAX; done += 1) if ((await batch()) < TIDY_BATCH) return;
}
