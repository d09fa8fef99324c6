import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import type { Reply } from "./answering.js";
import { inboundByKey, markLate } from "./inbound.store.js";

export type GivenUp = { readonly late: true } | { readonly late: false; readonly reply: Reply | null };

/** WeChat hangs up in a moment: the answer will go by another way, unless it came just now. */
export async function giveUpWaiting(platform: Platform, dedupeKey: string): Promise<GivenUp> {
  return platform.work.run(SYSTEM, async (tx): Promise<GivenUp> => {
    if (await markLate(tx, dedupeKey)) return { late: true };
    const row = await inboundByKey(tx, dedupeKey);
    return { late: false, reply: row?.state === "ANSWERED" ? row.reply : null };
  });
}
