import { cleanText } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { actorOf, holds, type Viewer } from "../platform/viewer.js";
import { lineOf, post, postingsOf, reversalsOf, transactionById } from "./ledger.store.js";
import { isReversible } from "./ledger-kinds.js";
import { reversedPostings } from "./postings-moved.js";

export interface ReverseTransaction {
  readonly transactionId: string;
  /** Why it was wrong; it becomes the memo. */
  readonly reason: string;
  readonly idempotencyKey: string;
}

/**
 * Takes back, by a new transaction of today, one that was booked by hand. What follows from another deed, such as a payment or
 * an acceptance, is taken back by that deed's own counterpart and never here. Somebody else than who booked it has to do it.
 *
 * Refuses FORBIDDEN, NOT_FOUND, REASON_REQUIRED, NOT_REVERSIBLE, INVALID_STATE (taken back before), FOUR_EYES.
 */
export async function reverseTransaction(
  platform: Platform,
  viewer: Viewer,
  input: ReverseTransaction,
): Promise<string> {
  must(holds(viewer, "ledger.close"), "FORBIDDEN");
  const { transactionId, idempotencyKey: key } = input;
  must(input.reason.trim() !== "", "REASON_REQUIRED", { field: "reason" });
  const reason = cleanText(input.reason, "reason", 150);
  const once = { operation: "reverseTransaction", key, input: { transactionId, reason } };
  return platform.work.once(viewer, once, async (tx) => {
    const wrong = found(await transactionById(tx, transactionId));
    must(isReversible(wrong.kind), "NOT_REVERSIBLE", { kind: wrong.kind });
    must((await reversalsOf(tx, [transactionId])).length === 0, "INVALID_STATE", { thing: "transaction" });
    const person = actorOf(viewer);
    must(person !== null && person !== wrong.actorId, "FOUR_EYES");
    const postings = await postingsOf(tx, [transactionId]);
    return post(tx, {
      kind: "REVERSAL",
      memo: `${wrong.no} ${reason}`,
      idempotencyKey: `reversal:${transactionId}`,
      lines: reversedPostings(postings.map(lineOf)),
      dims: wrong.orderId === null ? {} : { orderId: wrong.orderId },
      reverses: transactionId,
    });
  });
}
