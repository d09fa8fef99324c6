import { cleanText } from "../identity/account.js";
import { DAY, HOUR, MINUTE } from "../kernel/clock.js";
import { must } from "../kernel/refusal.js";
import { stateTable } from "../kernel/state-table.js";

/** The ways to pay. Each online one has a provider of its own; a bank transfer is confirmed by a cashier. */
export const tenders = ["BANK_TRANSFER", "TEST_CHANNEL", "CASH", "SUPPLIER_COLLECTED", "CREDIT"] as const;
export type Tender = (typeof tenders)[number];

export const paymentStateNames = [
  "CREATED",
  "PENDING",
  "SLIP_UPLOADED",
  "SUCCEEDED",
  "FAILED",
  "EXPIRED",
  "CONFIRMED",
  "REJECTED",
  "MISMATCH",
  "RECORDED",
  "DENIED",
  "UNANSWERED",
  "WITHDRAWN",
  "HELD",
] as const;
export type PaymentState = (typeof paymentStateNames)[number];
export type PaymentVerb =
  | "AWAIT"
  | "UPLOAD_SLIP"
  | "SUCCEED"
  | "FAIL"
  | "EXPIRE"
  | "QUARANTINE"
  | "CONFIRM"
  | "REJECT"
  | "RECORD"
  | "DENY"
  | "LAPSE"
  | "WITHDRAW"
  | "HOLD"
  | "BOOK";

/**
 * The life of one attempt to pay. An attempt that failed or expired can still succeed: the channel tells what
 * happened in the world, and money that came is taken. Likewise a slip may follow after the order was closed.
 */
export const paymentLife = stateTable<PaymentState, PaymentVerb>("payment", "CREATED", {
  CREATED: {
    AWAIT: "PENDING",
    UPLOAD_SLIP: "SLIP_UPLOADED",
    SUCCEED: "SUCCEEDED",
    FAIL: "FAILED",
    EXPIRE: "EXPIRED",
    QUARANTINE: "MISMATCH",
    RECORD: "RECORDED",
    HOLD: "HELD",
  },
  // Credit that waits for the other parts of a combined payment.
  HELD: { SUCCEED: "SUCCEEDED", EXPIRE: "EXPIRED" },
  // What a supplier took waits for its customer's word; what is denied, or not answered in time, for staff as well.
  RECORDED: { CONFIRM: "CONFIRMED", DENY: "DENIED", LAPSE: "UNANSWERED", WITHDRAW: "WITHDRAWN" },
  UNANSWERED: { CONFIRM: "CONFIRMED", DENY: "DENIED", WITHDRAW: "WITHDRAWN" },
  DENIED: { CONFIRM: "CONFIRMED", WITHDRAW: "WITHDRAWN" },
  WITHDRAWN: {},
  PENDING: { SUCCEED: "SUCCEEDED", FAIL: "FAILED", EXPIRE: "EXPIRED", QUARANTINE: "MISMATCH" },
  SLIP_UPLOADED: { UPLOAD_SLIP: "SLIP_UPLOADED", CONFIRM: "CONFIRMED", REJECT: "REJECTED" },
  REJECTED: { UPLOAD_SLIP: "SLIP_UPLOADED", EXPIRE: "EXPIRED" },
  FAILED: { SUCCEED: "SUCCEEDED", QUARANTINE: "MISMATCH" },
  EXPIRED: { SUCCEED: "SUCCEEDED", QUARANTINE: "MISMATCH", UPLOAD_SLIP: "SLIP_UPLOADED" },
  SUCCEEDED: {},
  CONFIRMED: {},
  MISMATCH: { BOOK: "SUCCEEDED" },
});

/** States in which an attempt waits for its payer and gives way when the instalment is paid otherwise. */
export const unsettledStates: readonly PaymentState[] = ["CREATED", "PENDING", "REJECTED", "HELD"];

/** When a customer is asked again whether they gave a supplier what it recorded, and when staff look into it. */
export const COLLECTION_REMINDER_MS = 3 * DAY;
export const COLLECTION_LAPSE_MS = 7 * DAY;

/** How long a channel's page stays open. A success after that is still taken. */
export const ATTEMPT_LIFE_MS = 30 * MINUTE;
/** An order that nothing was paid for closes after this. */
export const ORDER_LIFE_MS = 72 * HOUR;
/** While a slip waits for the cashier the order stays open; it is looked at again after this. */
export const SLIP_GRACE_MS = 12 * HOUR;

/** What the payer may do with an attempt now. */
export function payerActions(payment: { state: PaymentState; tender: Tender }): string[] {
  if (payment.tender === "BANK_TRANSFER") {
    return paymentLife.allows(payment.state, "UPLOAD_SLIP") ? ["UPLOAD_SLIP"] : [];
  }
  if (payment.tender === "SUPPLIER_COLLECTED") {
    const actions = { CONFIRM: "CONFIRM_COLLECTED", DENY: "DENY_COLLECTED" } as const;
    return paymentLife
      .verbs(payment.state)
      .flatMap((verb) => (verb === "CONFIRM" || verb === "DENY" ? [actions[verb]] : []));
  }
  return payment.state === "PENDING" ? ["PAY"] : [];
}

/** What a cashier may do with an attempt now. */
export function cashierActions(payment: {
  state: PaymentState;
  tender: Tender;
  providerTxnId?: string | null;
}): string[] {
  if (payment.state === "MISMATCH") return payment.providerTxnId ? ["BOOK"] : [];
  if (payment.tender !== "BANK_TRANSFER") return [];
  const verbs = paymentLife.verbs(payment.state);
  return [...(verbs.includes("CONFIRM") ? ["CONFIRM"] : []), ...(verbs.includes("REJECT") ? ["REJECT"] : [])];
}

/** The text a payer writes into a bank transfer, short enough for every bank: "KD1120-7K3M9Q" of PY20261120-7K3M9Q. */
export function transferReference(paymentNo: string): string {
  return `KD${paymentNo.slice(6)}`;
}

/** Names one movement of money at a provider; the ledger takes each once. */
export function movementOf(notification: { readonly provider: string; readonly providerTxnId: string }): string {
  return `${notification.provider}:${notification.providerTxnId}`;
}

/**
 * The bank's number of a transfer in one form, whoever typed it: "icbc 0001" and full-width "ＩＣＢＣ0001" are ICBC0001, so
 * that one transfer can't be booked twice in another spelling. Refuses VALIDATION under 4 and over 64 characters.
 */
export function cleanBankReference(typed: string, field = "bankReference"): string {
  const clean = cleanText(typed, field, 64)
    .normalize("NFKC")
    .replaceAll(/[\s\p{Cf}]/gu, "")
    .toUpperCase();
  must(clean.length >= 4 && clean.length <= 64, "VALIDATION", { field, min: 4, max: 64 });
  return clean;
}

/** Names cash by the number of the receipt that was given for it. */
export function movementOfCash(receiptNo: string): string {
  return `CASH:${receiptNo}`;
}

/** Names one transfer by the bank's own number of it. */
export function movementOfTransfer(bankReference: string): string {
  return `BANK:${bankReference}`;
}

/** What a true notification means for its attempt. */
export type NotificationVerdict = "RECEIVED" | "REPEATED" | "FAILED" | "QUARANTINED";

/**
 * Weighs a notification whose signature is true. The attempt's own amount and currency must be met exactly.
 * `knownFor` is the payment that this movement of money was told for before, or null: told again for the same payment
 * it is a repeat; told for another payment or with another amount it is as suspect as a wrong amount.
 */
export function judgeNotification(
  payment: {
    readonly id: string;
    readonly amount: number;
    readonly received: number | null;
    readonly providerTxnId: string | null;
  },
  told: {
    readonly providerTxnId: string;
    readonly amount: number;
    readonly currency: string;
    readonly outcome: "SUCCEEDED" | "FAILED";
  },
  knownFor: string | null,
): NotificationVerdict {
  if (knownFor !== null) {
    const sameFigures = payment.providerTxnId !== told.providerTxnId || payment.received === told.amount;
    return knownFor === payment.id && sameFigures ? "REPEATED" : "QUARANTINED";
  }
  if (told.outcome === "FAILED") return "FAILED";
  return told.amount === payment.amount && told.currency === "CNY" ? "RECEIVED" : "QUARANTINED";
}
