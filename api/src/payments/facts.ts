import type { Fact } from "../kernel/fact.js";
import type { Fen } from "../kernel/money.js";
import { orderStream } from "../orders/facts.js";
import type { Tender } from "./payment.js";
import type { RefundVerb } from "./refund.js";

interface AboutPayment {
  readonly id: string;
  readonly orderId: string;
  readonly instalmentName: string;
  readonly tender: Tender;
  readonly amount: Fen;
}

const told = (kind: string, payment: AboutPayment, also: Record<string, unknown> = {}): Fact => ({
  kind,
  stream: orderStream(payment.orderId),
  payload: {
    paymentId: payment.id,
    instalmentName: payment.instalmentName,
    tender: payment.tender,
    amount: payment.amount,
    ...also,
  },
});

interface AboutInstalment {
  readonly id: string;
  readonly orderId: string;
  readonly name: string;
  readonly amount: Fen;
}

const aboutInstalment = (
  kind: string,
  { id, orderId, name, amount }: AboutInstalment,
  also: Record<string, unknown> = {},
): Fact => ({
  kind,
  stream: orderStream(orderId),
  payload: { instalmentId: id, instalmentName: name, amount, ...also },
});

/** What happens to an order's money, told on the order's stream. */
export const paymentFacts = {
  started: (payment: AboutPayment): Fact => told("PaymentStarted", payment),
  slipUploaded: (payment: AboutPayment): Fact => told("SlipUploaded", payment),
  rejected: (payment: AboutPayment, reason: string): Fact => told("PaymentRejected", payment, { reason }),
  failed: (payment: AboutPayment): Fact => told("PaymentFailed", payment),
  received: (payment: AboutPayment, received: Fen): Fact => told("PaymentReceived", payment, { amount: received }),
  /** Money beyond what was due, or for a closed order: it is the customer's to get back or to use. */
  credited: (payment: AboutPayment, credit: Fen, reason: "OVERPAID" | "ORDER_CLOSED"): Fact =>
    told("CustomerCredited", payment, { amount: credit, reason }),
  /** A supplier says that it took money at the customer's. */
  collectionRecorded: (payment: AboutPayment): Fact => told("CollectionRecorded", payment),
  collectionReminded: (payment: AboutPayment): Fact => told("CollectionReminded", payment),
  /** Its customer said nothing for a week. */
  collectionUnanswered: (payment: AboutPayment): Fact => told("CollectionUnanswered", payment),
  collectionDenied: (payment: AboutPayment, reason: string): Fact => told("CollectionDenied", payment, { reason }),
  collectionWithdrawn: (payment: AboutPayment): Fact => told("CollectionWithdrawn", payment),
  /** A combined payment did not come together in time; the amount is what it was put together for. */
  groupReleased: (part: AboutPayment, group: { readonly id: string; readonly amount: Fen }): Fact => ({
    kind: "PaymentGroupReleased",
    stream: orderStream(part.orderId),
    payload: { groupId: group.id, instalmentName: part.instalmentName, amount: group.amount },
  }),
  quarantined: (payment: AboutPayment, notified: { amount: number; currency: string }): Fact =>
    told("PaymentQuarantined", payment, { toldAmount: notified.amount, toldCurrency: notified.currency }),
  instalmentDue: (instalment: AboutInstalment): Fact => aboutInstalment("InstalmentDue", instalment),
  /** Before it is due, or after; the amount is what is still to be paid. */
  instalmentReminded: (instalment: AboutInstalment): Fact => aboutInstalment("InstalmentReminded", instalment),
  instalmentOverdue: (instalment: AboutInstalment): Fact => aboutInstalment("InstalmentOverdue", instalment),
  /** The platform does without this amount of it. */
  instalmentWaived: (instalment: AboutInstalment): Fact => aboutInstalment("InstalmentWaived", instalment),
  waiverProposed: (instalment: AboutInstalment, reason: string): Fact =>
    aboutInstalment("WaiverProposed", instalment, { reason }),
  waiverRejected: (instalment: AboutInstalment): Fact => aboutInstalment("WaiverRejected", instalment),
  /** An office got the fee that was collected for it. */
  officialFeePaid: (
    { id, orderId, itemName }: { readonly id: string; readonly orderId: string; readonly itemName: string },
    paid: { readonly amount: Fen; readonly reference: string },
  ): Fact => ({
    kind: "OfficialFeePaid",
    stream: orderStream(orderId),
    payload: { componentId: id, itemName, ...paid },
  }),
  /** The last overdue instalment that work stood still for is settled. */
  workResumed: (orderId: string): Fact => ({ kind: "WorkResumed", stream: orderStream(orderId), payload: { orderId } }),
};

interface AboutPayout {
  readonly id: string;
  readonly no: string;
  readonly customerId: string;
  readonly amount: Fen;
}

const toldPayout = (kind: string, payout: AboutPayout, also: Record<string, unknown> = {}): Fact => ({
  kind,
  stream: `account:${payout.customerId}`,
  payload: { payoutId: payout.id, payoutNo: payout.no, amount: payout.amount, ...also },
});

/** What becomes of credit that a customer asks for in money, told on the customer's own stream. */
export const payoutFacts = {
  asked: (payout: AboutPayout): Fact => toldPayout("CreditPayoutAsked", payout),
  paid: (payout: AboutPayout): Fact => toldPayout("CreditPaidOut", payout),
  declined: (payout: AboutPayout, reason: string): Fact => toldPayout("CreditPayoutDeclined", payout, { reason }),
};

interface AboutRefund {
  readonly id: string;
  readonly no: string;
  readonly orderId: string;
  readonly asked: Fen | null;
  readonly amount: Fen;
  readonly reason: string;
  readonly rejectReason: string | null;
}

const toldRefund = (kind: string, refund: AboutRefund, also: Record<string, unknown> = {}): Fact => ({
  kind,
  stream: orderStream(refund.orderId),
  payload: { refundId: refund.id, refundNo: refund.no, amount: refund.amount, ...also },
});

/** How each step of a refund is told; a payment that goes on after another way was chosen is no news. */
const refundSteps: Readonly<Record<RefundVerb, ((refund: AboutRefund) => Fact) | null>> = {
  // Told by `proposed` when the customer has to answer; one that is agreed already is told as agreed.
  PROPOSE: null,
  AGREE: (refund) => toldRefund("RefundAgreed", refund),
  APPROVE: (refund) => toldRefund("RefundApproved", refund, { reason: refund.reason }),
  REJECT: (refund) =>
    toldRefund("RefundRejected", refund, { amount: refund.asked ?? refund.amount, reason: refund.rejectReason ?? "" }),
  WITHDRAW: (refund) => toldRefund("RefundWithdrawn", refund, { amount: refund.asked ?? refund.amount }),
  EXECUTE: null,
  FAIL_PARTLY: (refund) => toldRefund("RefundPartlyFailed", refund),
  SUCCEED: (refund) => toldRefund("RefundSucceeded", refund),
};

export const refundFacts = {
  requested: (refund: AboutRefund): Fact =>
    toldRefund("RefundRequested", refund, { amount: refund.asked, reason: refund.reason }),
  /** It is not what was asked for: the customer has to agree. */
  proposed: (refund: AboutRefund): Fact => toldRefund("RefundProposed", refund),
  /** A part goes by bank transfer: a cashier has to make it. */
  handedOver: (refund: AboutRefund, amount: Fen): Fact => toldRefund("RefundHandedOver", refund, { amount }),
  /** What one supplier bears of it. */
  borne: (refund: AboutRefund, supplierId: string, amount: Fen): Fact =>
    toldRefund("RefundBorne", refund, { supplierId, amount }),
  moved: (refund: AboutRefund, verb: RefundVerb): Fact | null => refundSteps[verb]?.(refund) ?? null,
};

/** Tells the staff's queue counters to look again. */
export const queuesMoved: Fact = { kind: "QueuesMoved", stream: "staff:queues", payload: {} };
