import type { SupplierRole } from "../platform/viewer.js";
import { type SupplierAction, supplierActions } from "./actions.js";
import type { AttemptState } from "./dispatch.js";
import type { InputValue, Milestone, TicketState } from "./ticket.js";

/** A ticket as the rules of what a supplier may see look at it. */
export interface SeenTicket {
  readonly id: string;
  readonly no: string;
  readonly orderId: string;
  readonly orderNo: string;
  readonly orderComponentId: string;
  readonly itemName: string;
  readonly quantity: number;
  readonly unit: string;
  readonly stage: number;
  readonly state: TicketState;
  readonly regionCode: string;
  readonly inputs: readonly InputValue[];
  readonly milestones: readonly Milestone[];
  readonly note: string | null;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly address: string;
  readonly supplierId: string | null;
  readonly pay: number | null;
  readonly percent: number;
  readonly reworkCount: number;
  readonly reworkReason: string | null;
  readonly reworkPhotoIds: readonly string[];
  readonly assignedAt: number | null;
  readonly deliveredAt: number | null;
  readonly version: number;
}

export interface SeenAttempt {
  readonly id: string;
  readonly supplierId: string;
  readonly state: AttemptState;
  readonly offeredAt: number;
  readonly expiresAt: number;
  readonly pay: number;
}

/** What one supplier sees of a ticket. */
export interface SupplierTicketView extends Omit<SeenTicket, "contactName" | "contactPhone" | "address" | "pay"> {
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly address: string | null;
  readonly pay: number;
  readonly offer: {
    readonly attemptId: string;
    readonly state: AttemptState;
    readonly offeredAt: number;
    readonly expiresAt: number;
  } | null;
  /** Whether it is theirs, so that they see its reports. */
  readonly mine: boolean;
  readonly availableActions: readonly SupplierAction[];
}

/**
 * What `member`'s supplier sees of a ticket; null when it was never offered to them.
 *
 * - Theirs: everything, with whom to contact.
 * - Offered: the scope and the pay, but neither note, name, phone nor address.
 * - Was offered, ended otherwise: no more than the offer showed, frozen, with how the offer ended. Who has it now and
 *   how it goes is no longer theirs to see.
 */
export function viewForSupplier(
  ticket: SeenTicket,
  attempt: SeenAttempt | null,
  member: { readonly supplierId: string; readonly role: SupplierRole },
  now: number,
): SupplierTicketView | null {
  if (ticket.supplierId === member.supplierId) {
    const availableActions = supplierActions(ticket.state, member.role);
    return { ...ticket, pay: ticket.pay ?? 0, offer: attempt && offerView(attempt, now), mine: true, availableActions };
  }
  if (attempt?.supplierId !== member.supplierId) return null;
  const offer = offerView(attempt, now);
  const open = offer.state === "OFFERED" && ticket.state === "OFFERED";
  return {
    ...ticket,
    state: "OFFERED",
    supplierId: null,
    note: null,
    contactName: null,
    contactPhone: null,
    address: null,
    pay: attempt.pay,
    percent: 0,
    reworkCount: 0,
    reworkReason: null,
    reworkPhotoIds: [],
    assignedAt: null,
    deliveredAt: null,
    version: open ? ticket.version : 0,
    offer,
    mine: false,
    availableActions: open ? supplierActions("OFFERED", member.role) : [],
  };
}

/** An offer whose window is over reads as expired, even before the timer comes round. */
function offerView(attempt: SeenAttempt, now: number): NonNullable<SupplierTicketView["offer"]> {
  const over = attempt.state === "OFFERED" && attempt.expiresAt <= now;
  const { id: attemptId, offeredAt, expiresAt } = attempt;
  return { attemptId, state: over ? "EXPIRED" : attempt.state, offeredAt, expiresAt };
}
