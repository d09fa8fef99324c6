import type { Fen } from "../kernel/money.js";
import { stateTable } from "../kernel/state-table.js";

export const orderStateNames = [
  "SUBMITTED",
  "PENDING_AUDIT",
  "RETURNED",
  "CONFIRMED",
  "IN_DELIVERY",
  "COMPLETED",
  "CANCELLED",
  "EXPIRED",
] as const;
export type OrderState = (typeof orderStateNames)[number];
export type OrderVerb =
  | "HOLD"
  | "CONFIRM"
  | "RETURN"
  | "RESUBMIT"
  | "CANCEL"
  | "EXPIRE"
  | "START_DELIVERY"
  | "COMPLETE";

/**
 * The commercial life of an order. What was paid and what was delivered are stories of their own: see the payments
 * and the tickets. Orders over the limit, and quoted ones where the policy says so, wait for an auditor before they are
 * confirmed and before any money is asked for. Work that has begun is ended by an amendment that settles what was done.
 */
export const orderLife = stateTable<OrderState, OrderVerb>("order", "SUBMITTED", {
  SUBMITTED: { HOLD: "PENDING_AUDIT", CONFIRM: "CONFIRMED", CANCEL: "CANCELLED", EXPIRE: "EXPIRED" },
  PENDING_AUDIT: { CONFIRM: "CONFIRMED", RETURN: "RETURNED", CANCEL: "CANCELLED" },
  RETURNED: { RESUBMIT: "PENDING_AUDIT", CANCEL: "CANCELLED", EXPIRE: "EXPIRED" },
  CONFIRMED: { START_DELIVERY: "IN_DELIVERY", CANCEL: "CANCELLED", EXPIRE: "EXPIRED" },
  IN_DELIVERY: { COMPLETE: "COMPLETED", CANCEL: "CANCELLED" },
  COMPLETED: {},
  CANCELLED: {},
  EXPIRED: {},
});

/** Whether money that arrives still belongs to this order; else it becomes the customer's credit. */
export function takesMoney(state: OrderState): boolean {
  return state !== "CANCELLED" && state !== "EXPIRED";
}

/** Whether anybody may begin to pay: not while an auditor has yet to confirm what it costs. */
export function mayBePaid(state: OrderState): boolean {
  return takesMoney(state) && state !== "PENDING_AUDIT" && state !== "RETURNED";
}

/** Whether an order may still be changed: it is not closed, and something of it is not done. */
export function isAmendable(state: OrderState): boolean {
  return ["PENDING_AUDIT", "RETURNED", "CONFIRMED", "IN_DELIVERY"].includes(state);
}

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

export const auditReasons = ["OVER_LIMIT", "QUOTED"] as const;
/** Why an order waits for an auditor. */
export type AuditReason = (typeof auditReasons)[number];

export interface AuditRule {
  /** From this price on every order is audited. */
  readonly limit: Fen;
  /** Whether every quoted order is. */
  readonly quoted: boolean;
}

/** Why an order has to be audited; none when it is confirmed by itself. What was edited later has an audit of its own. */
export function auditReasonsOf(order: { readonly quotationId: string | null; readonly total: Fen }, rule: AuditRule) {
  const reasons: AuditReason[] = [];
  if (order.total >= rule.limit) reasons.push("OVER_LIMIT");
  if (order.quotationId !== null && rule.quoted) reasons.push("QUOTED");
  return reasons;
}

/** The state right after submitting: confirmed at once, or held for the auditor and nothing is paid before. */
export function stateOnSubmission(reasons: readonly AuditReason[]): OrderState {
  return orderLife.after(orderLife.initial, reasons.length > 0 ? "HOLD" : "CONFIRM");
}
