import type { Fact } from "../kernel/fact.js";
import type { Fen } from "../kernel/money.js";
import { orderStream } from "../orders/facts.js";
import type { Tender } from "./payment.js";

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
  collectionDenied: (payment: AboutPayment, reason: string): Fact => told("CollectionDenied", payment, { reason }),
  collectionWithdrawn: (payment: AboutPayment): Fact => told("CollectionWithdrawn", payment),
  quarantined: (payment: AboutPayment, notified: { amount: number; currency: string }): Fact =>
    told("PaymentQuarantined", payment, { toldAmount: notified.amount, toldCurrency: notified.currency }),
  instalmentDue: (instalment: { id: string; orderId: string; name: string; amount: Fen }): Fact => ({
    kind: "InstalmentDue",
    stream: orderStream(instalment.orderId),
    payload: { instalmentId: instalment.id, instalmentName: instalment.name, amount: instalment.amount },
  }),
};

/** Tells the staff's queue counters to look again. */
export const queuesMoved: Fact = { kind: "QueuesMoved", stream: "staff:queues", payload: {} };
