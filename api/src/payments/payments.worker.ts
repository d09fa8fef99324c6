import type { Errands, TimerHandler } from "../platform/courier.js";
import type { Platform } from "../platform/platform.js";
import { auditLedgerNightly } from "./audit-ledger.flow.js";
import { collectionWaits } from "./collection-waits.flow.js";
import { expirePayment } from "./expire-payment.flow.js";
import { expirePaymentGroup } from "./expire-payment-group.flow.js";
import { INSTALMENT_DUE, INSTALMENT_OVERDUE, INSTALMENT_REMINDER } from "./instalment.store.js";
import { instalmentFallsDue } from "./instalment-falls-due.flow.js";
import { instalmentGoesOverdue } from "./instalment-goes-overdue.flow.js";
import { LEDGER_AUDIT } from "./ledger-audit.store.js";
import { COLLECTION_WAITS, PAYMENT_EXPIRES } from "./payment.store.js";
import { PAYMENT_GROUP_EXPIRES } from "./payment-group.store.js";
import { RefundAllocationRow } from "./refund.table.js";
import { remindInstalment } from "./remind-instalment.flow.js";
import { claimRefunds, sendRefund } from "./send-refund.flow.js";

/** Asks channels to give money back, in a lane of its own. */
export const refundErrands = (platform: () => Platform): Errands[] => [
  {
    width: 4,
    wokenBy: [RefundAllocationRow],
    async claim(most) {
      const claimed = await claimRefunds(platform(), most);
      return claimed.map((id) => () => sendRefund(platform(), id));
    },
  },
];

export const paymentTimers = (platform: () => Platform): TimerHandler[] => [
  { kind: PAYMENT_EXPIRES, fire: (paymentId) => expirePayment(platform(), paymentId) },
  { kind: COLLECTION_WAITS, fire: (paymentId) => collectionWaits(platform(), paymentId) },
  { kind: LEDGER_AUDIT, fire: () => auditLedgerNightly(platform()) },
  { kind: PAYMENT_GROUP_EXPIRES, fire: (groupId) => expirePaymentGroup(platform(), groupId) },
  { kind: INSTALMENT_DUE, fire: (instalmentId) => instalmentFallsDue(platform(), instalmentId) },
  { kind: INSTALMENT_OVERDUE, fire: (instalmentId) => instalmentGoesOverdue(platform(), instalmentId) },
  { kind: INSTALMENT_REMINDER, fire: (instalmentId) => remindInstalment(platform(), instalmentId) },
];
