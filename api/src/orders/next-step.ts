import type { Party } from "../catalogue/collection.js";
import { isAmendable, type OrderState, orderLife } from "./order.js";

/**
 * Where one ticket stands, as far as the customer's next step depends on it. The names are those of the tickets; orders
 * lie upstream of them and only get them told.
 */
export type TicketStanding =
  | "WAITING"
  | "TO_DISPATCH"
  | "OFFERED"
  | "NEEDS_HUMAN"
  | "ASSIGNED"
  | "IN_PROGRESS"
  | "DELIVERED"
  | "PLATFORM_APPROVED"
  | "REWORK"
  | "ACCEPTED"
  | "CANCELLED";

/** The states of a contract, told like the tickets': contracts have a life of their own. */
export type ContractStanding =
  | "DRAFT"
  | "ISSUED"
  | "SIGNED_UPLOADED"
  | "REJECTED"
  | "VERIFIED"
  | "ADDENDUM_NEEDED"
  | "FULFILLED"
  | "TERMINATED";

/** The states of an instalment, told like the tickets' from downstream. */
export interface InstalmentStanding {
  readonly state: "PLANNED" | "DUE" | "PART_PAID" | "OVERDUE" | "PAID" | "WAIVED" | "VOID";
  /** The platform unless it says the supplier. */
  readonly collector?: Party;
}

export interface OrderStanding {
  readonly state: OrderState;
  readonly instalments: readonly InstalmentStanding[];
  /** Whether a transfer slip waits for the cashier. */
  readonly paymentsPending: boolean;
  readonly tickets: readonly TicketStanding[];
  readonly reviewed: boolean;
  /** Where the contract stands that delivery waits for; null when none was agreed. */
  readonly contract: ContractStanding | null;
  /** Whether a change of the order waits for the customer's word. */
  readonly amendmentAsked: boolean;
}

export const stepActors = ["CUSTOMER", "PLATFORM", "SUPPLIER", "NOBODY"] as const;
export type StepActor = (typeof stepActors)[number];

export const stepCodes = [
  "WAIT_AUDIT",
  "RESUBMIT_ORDER",
  "ANSWER_AMENDMENT",
  "PAY_INSTALMENT",
  "PAY_SUPPLIER",
  "WAIT_CONFIRM_PAYMENT",
  "WAIT_CONTRACT",
  "SIGN_CONTRACT",
  "WAIT_VERIFY_CONTRACT",
  "WAIT_DISPATCH",
  "WAIT_ACCEPT_OFFER",
  "WAIT_WORK",
  "WAIT_REVIEW_OF_WORK",
  "ACCEPT_WORK",
  "REVIEW_ORDER",
  "DONE",
  "CANCELLED",
] as const;
export type StepCode = (typeof stepCodes)[number];

export interface NextStep {
  readonly actor: StepActor;
  readonly code: StepCode;
}

/**
 * Who has to act next on an order, and how. One answer for every order at every moment: first what the customer must
 * do, then what the platform owes, then what a supplier is at.
 */
export function nextStep(order: OrderStanding): NextStep {
  if (order.state === "CANCELLED" || order.state === "EXPIRED") return { actor: "NOBODY", code: "CANCELLED" };
  const has = (...standings: TicketStanding[]): boolean => order.tickets.some((ticket) => standings.includes(ticket));
  if (order.state === "PENDING_AUDIT") return { actor: "PLATFORM", code: "WAIT_AUDIT" };
  if (order.state === "RETURNED") return { actor: "CUSTOMER", code: "RESUBMIT_ORDER" };
  if (order.amendmentAsked) return { actor: "CUSTOMER", code: "ANSWER_AMENDMENT" };
  if (has("PLATFORM_APPROVED")) return { actor: "CUSTOMER", code: "ACCEPT_WORK" };
  if (asksForMoney(order)) {
    return order.paymentsPending
      ? { actor: "PLATFORM", code: "WAIT_CONFIRM_PAYMENT" }
      : { actor: "CUSTOMER", code: payStep(order) };
  }
  const contract = contractStep(order);
  if (contract) return contract;
  if (order.state === "COMPLETED") {
    return order.reviewed ? { actor: "NOBODY", code: "DONE" } : { actor: "CUSTOMER", code: "REVIEW_ORDER" };
  }
  if (has("DELIVERED")) return { actor: "PLATFORM", code: "WAIT_REVIEW_OF_WORK" };
  if (has("NEEDS_HUMAN", "TO_DISPATCH")) return { actor: "PLATFORM", code: "WAIT_DISPATCH" };
  if (has("OFFERED")) return { actor: "SUPPLIER", code: "WAIT_ACCEPT_OFFER" };
  if (has("ASSIGNED", "IN_PROGRESS", "REWORK")) return { actor: "SUPPLIER", code: "WAIT_WORK" };
  return { actor: "PLATFORM", code: "WAIT_DISPATCH" };
}

/** What a contract waits for before delivery begins; null when nothing does. Money is asked for first: it has a clock. */
function contractStep({ state, contract }: OrderStanding): NextStep | null {
  if (!orderLife.allows(state, "START_DELIVERY")) return null;
  if (contract === "DRAFT") return { actor: "PLATFORM", code: "WAIT_CONTRACT" };
  if (contract === "ISSUED" || contract === "REJECTED") return { actor: "CUSTOMER", code: "SIGN_CONTRACT" };
  return contract === "SIGNED_UPLOADED" ? { actor: "PLATFORM", code: "WAIT_VERIFY_CONTRACT" } : null;
}

/** What the customer may do with an order now: PAY, SIGN, ANSWER_AMENDMENT, RESUBMIT, CANCEL, ACCEPT, REVIEW, REQUEST_CHANGE. */
export function customerActions(order: OrderStanding): string[] {
  return [
    ...(asksForMoney(order) ? ["PAY"] : []),
    ...(signsContract(order) ? ["SIGN"] : []),
    ...(order.amendmentAsked ? ["ANSWER_AMENDMENT"] : []),
    ...(order.state === "RETURNED" ? ["RESUBMIT"] : []),
    ...(mayCancel(order.state, order.tickets) ? ["CANCEL"] : []),
    ...(order.tickets.includes("PLATFORM_APPROVED") ? ["ACCEPT"] : []),
    ...(order.state === "COMPLETED" && !order.reviewed ? ["REVIEW"] : []),
    ...(isAmendable(order.state) ? ["REQUEST_CHANGE"] : []),
  ];
}

/** Work that somebody does or did: from then on staff decide what was done when the order ends. */
const begun: readonly TicketStanding[] = ["IN_PROGRESS", "DELIVERED", "PLATFORM_APPROVED", "REWORK", "ACCEPTED"];

/** A customer may walk away while no work began; what that costs them depends on what they paid. */
export function mayCancel(state: OrderState, tickets: readonly TicketStanding[]): boolean {
  return orderLife.allows(state, "CANCEL") && !tickets.some((ticket) => begun.includes(ticket));
}

/** A contract may be signed before the first payment as well as after it. */
function signsContract({ state, contract }: OrderStanding): boolean {
  return orderLife.allows(state, "START_DELIVERY") && (contract === "ISSUED" || contract === "REJECTED");
}

function asksForMoney(order: OrderStanding): boolean {
  return order.instalments.some(isAsked);
}

function isAsked({ state }: InstalmentStanding): boolean {
  return state === "DUE" || state === "PART_PAID" || state === "OVERDUE";
}

/** Whether what is asked for is paid here or, when the supplier collects all of it, to whoever comes. */
function payStep({ instalments }: OrderStanding): StepCode {
  const here = instalments.some((each) => isAsked(each) && each.collector !== "SUPPLIER");
  return here ? "PAY_INSTALMENT" : "PAY_SUPPLIER";
}
