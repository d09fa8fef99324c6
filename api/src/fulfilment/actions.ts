import { holds, type SupplierRole, type Viewer } from "../platform/viewer.js";
import { mayPost } from "./progress.js";
import { type TicketState, type TicketVerb, ticketTable } from "./ticket.js";

export type CustomerAction = "ACCEPT" | "REQUEST_REWORK";
export type SupplierAction = "ACCEPT_OFFER" | "DECLINE_OFFER" | "START" | "POST_PROGRESS" | "DELIVER";
export type StaffAction = "DISPATCH" | "WITHDRAW_OFFER" | "APPROVE_WORK" | "REQUEST_REWORK";

/** Who of a supplier answers offers, and so binds the company. */
export const answeringRoles: readonly SupplierRole[] = ["OWNER", "DISPATCHER"];
/** Who of a supplier reports work: everybody but those who keep the books. */
export const workingRoles: readonly SupplierRole[] = ["OWNER", "DISPATCHER", "WORKER"];

/** What the order's customer may do with a ticket now. */
export function customerActions(state: TicketState): CustomerAction[] {
  return inTable(state, { ACCEPT: "ACCEPT", REQUEST_REWORK: "REQUEST_REWORK" });
}

/** What a member of this role may do with a ticket that is offered or assigned to their supplier. */
export function supplierActions(state: TicketState, role: SupplierRole): SupplierAction[] {
  const actions: SupplierAction[] = [];
  if (answeringRoles.includes(role)) {
    actions.push(...inTable<SupplierAction>(state, { ACCEPT_OFFER: "ACCEPT_OFFER", DECLINE_OFFER: "DECLINE_OFFER" }));
  }
  if (workingRoles.includes(role)) {
    actions.push(...inTable<SupplierAction>(state, { START: "START" }));
    if (mayPost(state)) actions.push("POST_PROGRESS");
    actions.push(...inTable<SupplierAction>(state, { DELIVER: "DELIVER" }));
  }
  return actions;
}

/** What these staff may do with a ticket now, by the permissions they hold. */
export function staffActions(state: TicketState, viewer: Viewer): StaffAction[] {
  const actions: StaffAction[] = [];
  if (holds(viewer, "tickets.dispatch")) {
    actions.push(...inTable<StaffAction>(state, { OFFER: "DISPATCH", WITHDRAW_OFFER: "WITHDRAW_OFFER" }));
  }
  if (holds(viewer, "progress.review")) {
    actions.push(...inTable<StaffAction>(state, { APPROVE_WORK: "APPROVE_WORK", RETURN_WORK: "REQUEST_REWORK" }));
  }
  return actions;
}

/** The part of `names` whose verb the table allows in this state. */
function inTable<Action extends string>(
  state: TicketState,
  names: Readonly<Partial<Record<TicketVerb, Action>>>,
): Action[] {
  return ticketTable.verbs(state).flatMap((verb) => names[verb] ?? []);
}
