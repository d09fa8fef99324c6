import { cleanText } from "../identity/account.js";
import { holdAccount } from "../identity/identity.store.js";
import type { Fen } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Customer } from "../platform/viewer.js";
import { addCreditPayout } from "./credit-payout.store.js";
import { payoutFacts, queuesMoved } from "./facts.js";
import { freeCreditOf } from "./payment-group.store.js";

export interface AskCreditPayout {
  readonly amount: Fen;
  /** Whose bank account it is, and its number. */
  readonly payeeName: string;
  readonly payeeAccount: string;
  readonly idempotencyKey: string;
}

/**
 * A customer asks for credit of theirs in money: it is held until a cashier answers. Returns the payout's id. Refuses
 * VALIDATION, and CREDIT_TOO_LOW (also to the second of two at once).
 */
export async function askCreditPayout(platform: Platform, viewer: Customer, input: AskCreditPayout): Promise<string> {
  const { idempotencyKey: key, ...wish } = input;
  const payeeName = cleanText(input.payeeName, "payeeName", 60);
  const payeeAccount = input.payeeAccount.replaceAll(/[\s-]/g, "");
  must(/^\d{8,30}$/.test(payeeAccount), "VALIDATION", { field: "payeeAccount" });
  must(input.amount > 0, "VALIDATION", { field: "amount", min: 1 });
  const once = { operation: "askCreditPayout", key, input: wish };
  const { payoutId } = await platform.work.once(viewer, once, async (tx) => {
    // The credit is the customer's over all orders: of two wishes at once the second sees the first.
    await holdAccount(tx, viewer.accountId);
    const max = await freeCreditOf(tx, viewer.accountId);
    must(input.amount <= max, "CREDIT_TOO_LOW", { field: "amount", max });
    const asked = { customerId: viewer.accountId, amount: input.amount, payeeName, payeeAccount };
    const payout = await addCreditPayout(tx, asked);
    tx.record(payoutFacts.asked(payout), queuesMoved);
    return { payoutId: payout.id };
  });
  return payoutId;
}
