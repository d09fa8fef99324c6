import { cleanText } from "../identity/account.js";
import { type Fen } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { isPosted, post } from "./ledger.store.js";
import { channelSettledPostings } from "./postings-moved.js";

export interface SettleChannel {
  /** What the channel collected and now pays out, its fee included. */
  readonly collected: Fen;
  readonly fee: Fen;
  /** The bank's own number of the channel's transfer; it is booked once. */
  readonly bankReference: string;
  readonly idempotencyKey: string;
}

/**
 * A channel paid out to the bank what it had collected, less its fee (TP1s). Should it have been booked wrongly somebody else
 * takes it back.
 *
 * Refuses FORBIDDEN, VALIDATION (no amount, a fee beyond it, a bank reference that was booked before).
 */
export async function settleChannel(platform: Platform, viewer: Viewer, input: SettleChannel): Promise<string> {
  must(holds(viewer, "ledger.close"), "FORBIDDEN");
  const { idempotencyKey: key, ...settlement } = input;
  const { collected, fee } = input;
  must(collected > 0, "VALIDATION", { field: "collected" });
  must(fee >= 0 && fee < collected, "VALIDATION", { field: "fee" });
  const reference = cleanText(input.bankReference, "bankReference", 64);
  return platform.work.once(viewer, { operation: "settleChannel", key, input: settlement }, async (tx) => {
    const event = `CHANNEL:${reference}`;
    must(!(await isPosted(tx, event)), "VALIDATION", { field: "bankReference", used: true });
    const lines = channelSettledPostings(collected, fee);
    return post(tx, { kind: "CHANNEL_SETTLED", memo: reference, idempotencyKey: event, lines, dims: {} });
  });
}
