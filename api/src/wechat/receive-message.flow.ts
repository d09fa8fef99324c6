import { SECOND } from "../kernel/clock.js";
import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import type { InboundMessage, Reply } from "./answering.js";
import { addInbound, inboundByKey, takeOver } from "./inbound.store.js";

/** Whoever works on a push gives it up as late before this; a row that still says WORKING then has nobody. */
const ABANDONED_AFTER_MS = 4.5 * SECOND;

/** What to do with a push: the work is the caller's, somebody is at it, or it is done and this was answered. */
export type Received =
  | { readonly state: "MINE" }
  | { readonly state: "WORKING" }
  | { readonly state: "DONE"; readonly reply: Reply | null };

/**
 * Takes a push in. WeChat delivers it up to three times until it has an answer, also at the same moment and to different
 * processes: one of them works, and all give the same reply. What failed, or whose process died, is worked on again.
 */
export async function receiveMessage(
  platform: Platform,
  dedupeKey: string,
  message: InboundMessage,
): Promise<Received> {
  return platform.work.run(SYSTEM, async (tx): Promise<Received> => {
    if (await addInbound(tx, dedupeKey, message)) return { state: "MINE" };
    const row = await inboundByKey(tx, dedupeKey);
    if (row?.state === "ANSWERED") return { state: "DONE", reply: row.reply };
    // A late answer goes by another way: told here as well it would come twice.
    if (row?.state === "LATE") return { state: "DONE", reply: null };
    if (!row || (row.state === "WORKING" && tx.now - row.receivedAt < ABANDONED_AFTER_MS)) return { state: "WORKING" };
    return { state: (await takeOver(tx, row)) ? "MINE" : "WORKING" };
  });
}
