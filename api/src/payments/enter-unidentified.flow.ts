import { cleanText } from "../identity/account.js";
import { dayOf } from "../kernel/day.js";
import type { Fen } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { isDay } from "../suppliers/calendar.js";
import { queuesMoved } from "./facts.js";
import { isPosted, post } from "./ledger.store.js";
import { cleanBankReference, movementOfTransfer } from "./payment.js";
import { unidentifiedPostings } from "./postings-moved.js";
import { addUnidentified } from "./unidentified.store.js";

export interface EnterUnidentified {
  readonly amount: Fen;
  /** The day of the bank statement, such as 2026-11-20; not after today. */
  readonly receivedOn: string;
  /** The payer as the bank statement names it. */
  readonly payer: string;
  readonly bankReference: string;
  readonly note: string;
  readonly idempotencyKey: string;
}

/**
 * A cashier keeps money of the bank statement that names no order: it is in the books from now on (1901), and no slip can
 * be confirmed with the same transfer. Returns its id.
 *
 * Refuses FORBIDDEN, and VALIDATION for no amount, a day to come, or a transfer that is in the books already.
 */
export async function enterUnidentified(platform: Platform, viewer: Viewer, input: EnterUnidentified): Promise<string> {
  must(holds(viewer, "payments.confirm"), "FORBIDDEN");
  const { idempotencyKey: key, ...line } = input;
  must(input.amount > 0, "VALIDATION", { field: "amount" });
  const bankReference = cleanBankReference(input.bankReference);
  const payer = cleanText(input.payer, "payer", 100);
  const note = cleanText(input.note, "note", 200, 0);
  const { receivedOn } = input;
  must(isDay(receivedOn), "VALIDATION", { field: "receivedOn" });
  const once = { operation: "enterUnidentified", key, input: line };
  const { id } = await platform.work.once(viewer, once, async (tx) => {
    must(receivedOn <= dayOf(tx.now), "VALIDATION", { field: "receivedOn" });
    const movement = movementOfTransfer(bankReference);
    must(!(await isPosted(tx, movement)), "VALIDATION", { field: "bankReference", used: true });
    const receipt = await addUnidentified(tx, { amount: input.amount, receivedOn, payer, bankReference, note });
    const lines = unidentifiedPostings(input.amount);
    await post(tx, { kind: "UNIDENTIFIED", memo: `${receipt.no} ${payer}`, idempotencyKey: movement, lines, dims: {} });
    tx.record(queuesMoved);
    return { id: receipt.id };
  });
  return id;
}
