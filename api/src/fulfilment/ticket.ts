import type { Milestone } from "../catalogue/item.js";
import { DAY } from "../kernel/clock.js";
import { must } from "../kernel/refusal.js";
import { stateTable } from "../kernel/state-table.js";

export type { Milestone };

/** The states of a ticket 服务单, from the gate to the customer's sign-off. */
export const ticketStates = [
  "WAITING",
  "TO_DISPATCH",
  "OFFERED",
  "NEEDS_HUMAN",
  "ASSIGNED",
  "IN_PROGRESS",
  "DELIVERED",
  "PLATFORM_APPROVED",
  "REWORK",
  "ACCEPTED",
  "CANCELLED",
] as const;
export type TicketState = (typeof ticketStates)[number];

export type TicketVerb =
  | "RELEASE"
  | "OFFER"
  | "GIVE_UP"
  | "ACCEPT_OFFER"
  | "DECLINE_OFFER"
  | "EXPIRE_OFFER"
  | "WITHDRAW_OFFER"
  | "PASS_ON"
  | "START"
  | "DELIVER"
  | "APPROVE_WORK"
  | "RETURN_WORK"
  | "ACCEPT"
  | "REQUEST_REWORK"
  | "CANCEL";

/** A ticket's life. The same table is printed in this room's README. */
export const ticketTable = stateTable<TicketState, TicketVerb>("ticket", "WAITING", {
  WAITING: { RELEASE: "TO_DISPATCH", CANCEL: "CANCELLED" },
  TO_DISPATCH: { OFFER: "OFFERED", GIVE_UP: "NEEDS_HUMAN", CANCEL: "CANCELLED" },
  OFFERED: {
    ACCEPT_OFFER: "ASSIGNED",
    DECLINE_OFFER: "TO_DISPATCH",
    EXPIRE_OFFER: "TO_DISPATCH",
    // Whoever takes an offer back wants to choose by hand: the ticket waits for them instead of being offered on.
    WITHDRAW_OFFER: "NEEDS_HUMAN",
    // Its supplier takes no more orders: nobody decided anything about the ticket, so the next is asked.
    PASS_ON: "TO_DISPATCH",
    CANCEL: "CANCELLED",
  },
  NEEDS_HUMAN: { OFFER: "OFFERED", CANCEL: "CANCELLED" },
  ASSIGNED: { START: "IN_PROGRESS", CANCEL: "CANCELLED" },
  IN_PROGRESS: { DELIVER: "DELIVERED", CANCEL: "CANCELLED" },
  DELIVERED: { APPROVE_WORK: "PLATFORM_APPROVED", RETURN_WORK: "REWORK", CANCEL: "CANCELLED" },
  PLATFORM_APPROVED: { ACCEPT: "ACCEPTED", REQUEST_REWORK: "REWORK", CANCEL: "CANCELLED" },
  REWORK: { START: "IN_PROGRESS", CANCEL: "CANCELLED" },
  ACCEPTED: {},
  CANCELLED: {},
});

/** Timer: nobody answered approved work; its subject is the ticket. */
export const AUTO_ACCEPT = "AUTO_ACCEPT";

/** Work that the platform approved and the customer does not answer counts as accepted after this time. */
export const AUTO_ACCEPT_MS = 7 * DAY;

/** What the customer typed for the product, frozen with the order. */
export interface InputValue {
  readonly code: string;
  readonly label: string;
  readonly value: string;
  readonly unit: string | null;
}

/** What a ticket takes from its order: where the work is and for whom. */
export interface TicketOrder {
  readonly id: string;
  readonly no: string;
  readonly regionCode: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly address: string;
  readonly note: string | null;
  readonly inputs: readonly InputValue[];
}

/** What a ticket takes from its component: one service item, how much of it, and whom the order names for it. */
export interface TicketComponent {
  readonly id: string;
  readonly itemId: string;
  readonly itemName: string;
  readonly unit: string;
  readonly quantity: number;
  readonly stage: number;
  readonly supplierId: string | null;
  readonly chosenBy: "CUSTOMER" | "PLATFORM";
  readonly costAmount: number;
  readonly milestones: readonly Milestone[];
}

/**
 * The state in which a ticket of `stage` starts: work of the lowest stage may be dispatched at once, every later
 * stage waits for the ones before it.
 */
export function stateAtOpening(stage: number, stages: readonly number[]): TicketState {
  return stage === Math.min(...stages) ? "TO_DISPATCH" : "WAITING";
}

interface Staged {
  readonly stage: number;
  readonly state: TicketState;
}

const isOver = (ticket: Staged): boolean => ticket.state === "ACCEPTED" || ticket.state === "CANCELLED";

/** The waiting tickets whose every predecessor is over: the ones an acceptance sets free. */
export function released<Ticket extends Staged>(tickets: readonly Ticket[]): Ticket[] {
  const open = tickets.filter((ticket) => !isOver(ticket)).map((ticket) => ticket.stage);
  const lowest = Math.min(...open);
  return tickets.filter((ticket) => ticket.state === "WAITING" && ticket.stage === lowest);
}

/** Whether nothing is left to do: every ticket is accepted or cancelled, and at least one was accepted. */
export function allDone(tickets: readonly Staged[]): boolean {
  const open = tickets.find((ticket) => !isOver(ticket));
  return open === undefined && tickets.some((ticket) => ticket.state === "ACCEPTED");
}

/** Refuses STALE_VERSION when the caller saw another version of the ticket than there is. */
export function seenLast(ticket: { readonly version: number }, version: number): void {
  must(ticket.version === version, "STALE_VERSION");
}
