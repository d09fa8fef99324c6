import { stateTable } from "../kernel/state-table.js";

export const orderStateNames = ["SUBMITTED", "CONFIRMED", "IN_DELIVERY", "COMPLETED", "CANCELLED", "EXPIRED"] as const;
export type OrderState = (typeof orderStateNames)[number];
export type OrderVerb = "CONFIRM" | "CANCEL" | "EXPIRE" | "START_DELIVERY" | "COMPLETE";

/**
 * The commercial life of an order. What was paid and what was delivered are stories of their own: see the payments
 * and the tickets. Quoted, edited or over-limit orders will wait for an auditor between SUBMITTED and CONFIRMED.
 */
export const orderLife = stateTable<OrderState, OrderVerb>("order", "SUBMITTED", {
  SUBMITTED: { CONFIRM: "CONFIRMED", CANCEL: "CANCELLED", EXPIRE: "EXPIRED" },
  CONFIRMED: { START_DELIVERY: "IN_DELIVERY", CANCEL: "CANCELLED", EXPIRE: "EXPIRED" },
  IN_DELIVERY: { COMPLETE: "COMPLETED" },
  COMPLETED: {},
  CANCELLED: {},
  EXPIRED: {},
});

/** Whether money that arrives still belongs to this order; else it becomes the customer's credit. */
export function takesMoney(state: OrderState): boolean {
  return state !== "CANCELLED" && state !== "EXPIRED";
}

/** What an order is made from. */
export type OrderSource = "CATALOGUE" | "QUOTATION";

/**
 * Whether delivery may begin once the gate instalment is paid: an order that was agreed with a contract waits for the
 * signed one to be verified.
 */
export function mayDeliver(order: {
  readonly contractTemplate: string | null;
  readonly contractVerifiedAt: number | null;
}): boolean {
  return order.contractTemplate === null || order.contractVerifiedAt !== null;
}

/**
 * The state right after submitting. An order at catalogue price that nobody edited needs no auditor, and neither does one
 * from a quotation: whatever was unusual in it was looked at before it was sent. Both are confirmed at once and may be
 * paid. This is the place where other sources are sent to an auditor instead.
 */
export function stateOnSubmission(_source: OrderSource): OrderState {
  return orderLife.after(orderLife.initial, "CONFIRM");
}
