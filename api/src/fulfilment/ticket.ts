import type { Milestone } from "../catalogue/item.js";
import { DAY, HOUR } from "../kernel/clock.js";
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
  readonly revision: number;
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
  /** Place in the order, from 0. */
  readonly position: number;
  readonly stage: number;
  /** Positions of what must be over before it starts; null for everything of the stages before. */
  readonly dependsOn: readonly number[] | null;
  /** Hours to wait after the last of them. */
  readonly lagHours: number;
  readonly supplierId: string | null;
  readonly chosenBy: "CUSTOMER" | "PLATFORM";
  readonly costAmount: number;
  readonly milestones: readonly Milestone[];
}

/** Timer: what a ticket waited for is over long enough; its subject is the ticket. */
export const LAG_OVER = "LAG_OVER";

interface Open {
  readonly state: TicketState;
}

interface InOrder extends Open {
  readonly orderComponentId: string;
  readonly stage: number;
  readonly waitsFor: readonly string[] | null;
}

const isOver = (ticket: Open): boolean => ticket.state === "ACCEPTED" || ticket.state === "CANCELLED";

/** Whether everything a ticket waits for is over; one that names nothing waits for all stages before its own. */
function isFree(ticket: InOrder, tickets: readonly InOrder[]): boolean {
  const { waitsFor, stage } = ticket;
  const before = tickets.filter((other) =>
    waitsFor ? waitsFor.includes(other.orderComponentId) : other.stage < stage,
  );
  return before.every(isOver);
}

/** How a ticket begins: to dispatch at once, waiting for others, or for its own hours to go by. */
export function opening(
  ticket: InOrder & { readonly lagHours: number },
  tickets: readonly InOrder[],
  now: number,
): { readonly state: TicketState; readonly releasesAt: number | null } {
  if (!isFree(ticket, tickets)) return { state: "WAITING", releasesAt: null };
  if (ticket.lagHours === 0) return { state: "TO_DISPATCH", releasesAt: null };
  return { state: "WAITING", releasesAt: now + ticket.lagHours * HOUR };
}

/** The waiting tickets whose every predecessor is over: the ones an acceptance sets free or lets begin their wait. */
export function released<Ticket extends InOrder & { readonly releasesAt: number | null }>(
  tickets: readonly Ticket[],
): Ticket[] {
  return tickets.filter(
    (ticket) => ticket.state === "WAITING" && ticket.releasesAt === null && isFree(ticket, tickets),
  );
}

/** Whether nothing is left to do: every ticket is accepted or cancelled, and at least one was accepted. */
export function allDone(tickets: readonly Open[]): boolean {
  const open = tickets.find((ticket) => !isOver(ticket));
  return open === undefined && tickets.some((ticket) => ticket.state === "ACCEPTED");
}

/** Refuses STALE_VERSION when the caller saw another version of the ticket than there is. */
export function seenLast(ticket: { readonly version: number }, version: number): void {
  must(ticket.version === version, "STALE_VERSION");
}
