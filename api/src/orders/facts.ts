import type { Fact, Stream } from "../kernel/fact.js";
import type { Fen } from "../kernel/money.js";

/** The stream of everything that happens around one order: what its pages watch and its timeline tells. */
export const orderStream = (orderId: string): Stream => `order:${orderId}`;

/** What happens to the order as a whole. */
export const orderFacts = {
  placed: (order: { id: string; no: string; customerId: string; productTitle: string; total: Fen }): Fact => ({
    kind: "OrderPlaced",
    stream: orderStream(order.id),
    payload: { no: order.no, customerId: order.customerId, productTitle: order.productTitle, total: order.total },
  }),
  /** It was made from a version of a quotation that its customer accepted. */
  quoted: (order: { id: string }, quotation: { id: string; no: string; number: number }): Fact => ({
    kind: "OrderQuoted",
    stream: orderStream(order.id),
    payload: {
      quotationId: quotation.id,
      quotationNo: quotation.no,
      number: quotation.number,
      quotation: `${quotation.no} v${quotation.number}`,
    },
  }),
  cancelled: (order: { id: string }, reason: string): Fact => ({
    kind: "OrderCancelled",
    stream: orderStream(order.id),
    payload: { reason },
  }),
  /** It waits for an auditor before anything is paid. */
  held: (order: { id: string; no: string; total: Fen }): Fact => ({
    kind: "OrderHeld",
    stream: orderStream(order.id),
    payload: { no: order.no, total: order.total },
  }),
  confirmed: (order: { id: string; total: Fen }): Fact => ({
    kind: "OrderConfirmed",
    stream: orderStream(order.id),
    payload: { total: order.total },
  }),
  returned: (order: { id: string }, reason: string): Fact => ({
    kind: "OrderReturned",
    stream: orderStream(order.id),
    payload: { reason },
  }),
  resubmitted: (order: { id: string }, note: string): Fact => ({
    kind: "OrderResubmitted",
    stream: orderStream(order.id),
    payload: { note },
  }),
  expired: (order: { id: string }): Fact => ({ kind: "OrderExpired", stream: orderStream(order.id), payload: {} }),
  completed: (order: { id: string; customerId: string }): Fact => ({
    kind: "OrderCompleted",
    stream: orderStream(order.id),
    payload: { customerId: order.customerId },
  }),
};
