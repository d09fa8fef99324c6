import type { PlanStepSpec } from "../../src/catalogue/product.js";
import type { TicketState } from "../../src/fulfilment/ticket.js";
import { type TicketRow, ticketById, ticketsOf } from "../../src/fulfilment/ticket.store.js";
import { newId } from "../../src/kernel/ids.js";
import { found } from "../../src/kernel/refusal.js";
import type { Actor, Data } from "./actor.js";
import { anItem, aPublishedProduct, aStaff, aSupplier, type MadeSupplier } from "./makers-catalogue.js";
import { aPaidOrder, aPicture, type CustomerActor, type MadeOrder } from "./makers-orders.js";
import type { World } from "./world.js";

const ERRORS = "userErrors { code field data }";
const SUPPLIER_VIEW = "ticket { id state version pay contactPhone offer { attemptId state } availableActions }";
const STAFF_VIEW = "ticket { id state version availableActions attempts { id state supplier { id } strategy } }";
const deed = (name: string, view: string): string =>
  `mutation($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${view} ${ERRORS} } }`;

/** The mutations of this room, each asking for what tests look at. */
export const ACCEPT_OFFER = deed("acceptOffer", SUPPLIER_VIEW);
export const DECLINE_OFFER = deed("declineOffer", SUPPLIER_VIEW);
export const START_WORK = deed("startWork", SUPPLIER_VIEW);
export const POST_PROGRESS = deed("postProgress", `report { id state version photos { id url } } ${SUPPLIER_VIEW}`);
export const DELIVER_WORK = deed("deliverWork", SUPPLIER_VIEW);
export const DISPATCH_TICKET = deed("dispatchTicket", STAFF_VIEW);
export const WITHDRAW_OFFER = deed("withdrawOffer", STAFF_VIEW);
export const APPROVE_PROGRESS = deed("approveProgress", "report { id state version availableActions }");
export const REJECT_PROGRESS = deed("rejectProgress", "report { id state version reason }");
export const APPROVE_WORK = deed("approveWork", STAFF_VIEW);
export const RETURN_WORK = deed("returnWork", STAFF_VIEW);
const CUSTOMER_VIEW =
  "ticket { id state version reworkCount } order { id state nextStep { actor code } availableActions }";
export const ACCEPT_WORK = deed("acceptWork", CUSTOMER_VIEW);
export const REQUEST_REWORK = deed("requestRework", CUSTOMER_VIEW);

/** The codes of the two milestones of an item made by `anItem`; each weighs half and wants a photo. */
export const MILESTONES = ["BEGUN", "DONE"] as const;

export interface MadeTicket {
  readonly ticketId: string;
  readonly order: MadeOrder;
  readonly customer: CustomerActor;
  /** Whom the ticket is offered to and who does it. */
  readonly supplier: MadeSupplier;
  /** Staff with every permission. */
  readonly staff: Actor;
}

/**
 * A ticket of a paid order of one item (¥100, cost ¥70), brought to `state` by the real deeds of the real people.
 * WAITING and CANCELLED are made by orders of several stages and by cancellations, not here.
 */
export async function aTicket(
  world: World,
  wish: { readonly state?: Exclude<TicketState, "WAITING" | "CANCELLED">; readonly staff?: Actor } = {},
): Promise<MadeTicket> {
  const itemId = await anItem(world);
  const supplier = await aSupplier(world, { services: [{ itemId }] });
  const product = await aPublishedProduct(world, { components: [{ itemId }] });
  const order = await aPaidOrder(world, { product });
  const [ticket] = await ticketsOf(world.server.platform.database.read, [order.orderId]);
  const staff = wish.staff ?? (await aStaff(world));
  const made = { ticketId: found(ticket).id, order, customer: order.customer, supplier, staff };
  await bring(world, made, wish.state ?? "OFFERED");
  return made;
}

/** Walks a ticket on from TO_DISPATCH to the state that is wanted. */
async function bring(world: World, made: MadeTicket, state: TicketState): Promise<void> {
  if (state === "TO_DISPATCH") return;
  await world.settle();
  if (state === "NEEDS_HUMAN") {
    await decline(world, made);
    await world.settle();
    return;
  }
  const steps: readonly [TicketState, () => Promise<unknown>][] = [
    ["OFFERED", async () => undefined],
    ["ASSIGNED", () => accept(world, made)],
    ["IN_PROGRESS", () => start(world, made)],
    ["DELIVERED", () => deliver(world, made)],
    ["PLATFORM_APPROVED", () => approve(world, made)],
  ];
  for (const [reached, step] of steps) {
    await step();
    if (reached === state) return;
  }
  await (state === "REWORK" ? rework(world, made) : sign(world, made));
}

/** The ticket's row as it is now. */
export async function ticketNow(world: World, made: { readonly ticketId: string }): Promise<TicketRow> {
  return found(await ticketById(world.server.platform.database.read, made.ticketId));
}

/** The open offer as the supplier sees it: what answering needs. */
export async function offerOf(
  owner: Actor,
  ticketId: string,
): Promise<{ ticketId: string; attemptId: string; version: number }> {
  const { supplierTicket } = await owner.ask(
    "query($id: ID!) { supplierTicket(id: $id) { version offer { attemptId } } }",
    { id: ticketId },
  );
  const { version, offer } = supplierTicket as unknown as { version: number; offer: { attemptId: string } };
  return { ticketId, attemptId: offer.attemptId, version };
}

export async function accept(_world: World, made: MadeTicket): Promise<Data> {
  const { owner } = made.supplier;
  return owner.do(ACCEPT_OFFER, { ...(await offerOf(owner, made.ticketId)), idempotencyKey: newId() });
}

export async function decline(_world: World, made: MadeTicket, reason = "排期已满"): Promise<Data> {
  const { owner } = made.supplier;
  return owner.do(DECLINE_OFFER, { ...(await offerOf(owner, made.ticketId)), reason });
}

export async function start(world: World, made: MadeTicket): Promise<Data> {
  const { version } = await ticketNow(world, made);
  return made.supplier.owner.do(START_WORK, { ticketId: made.ticketId, version });
}

/** Uploads a photo of the work as `actor`; returns its id. */
export async function aPhoto(actor: Actor, purpose = "PROGRESS"): Promise<string> {
  const { body } = await actor.upload(purpose, await aPicture());
  return body["id"] as string;
}

/** Reports a milestone, or a note without one, with a photo; returns the report's id. */
export async function post(made: MadeTicket, milestoneCode: string | null, text = "已完成"): Promise<string> {
  const { owner } = made.supplier;
  const photoFileIds = [await aPhoto(owner)];
  const input = { ticketId: made.ticketId, milestoneCode, text, photoFileIds, idempotencyKey: newId() };
  return (await owner.do(POST_PROGRESS, input))["report"]?.["id"] as string;
}

export async function approveReport(made: MadeTicket, reportId: string): Promise<Data> {
  return made.staff.do(APPROVE_PROGRESS, { reportId, version: 1 });
}

/** Reports what is left to report, has it approved, and delivers. */
export async function deliver(world: World, made: MadeTicket): Promise<Data> {
  const { percent } = await ticketNow(world, made);
  const left = percent === 100 ? [] : MILESTONES.slice(percent / 50);
  for (const code of left) await approveReport(made, await post(made, code));
  const { version } = await ticketNow(world, made);
  return made.supplier.owner.do(DELIVER_WORK, { ticketId: made.ticketId, version });
}

export async function approve(world: World, made: MadeTicket): Promise<Data> {
  const { version } = await ticketNow(world, made);
  return made.staff.do(APPROVE_WORK, { ticketId: made.ticketId, version });
}

export async function rework(world: World, made: MadeTicket, reason = "边角未清理"): Promise<Data> {
  const { version } = await ticketNow(world, made);
  const photoFileIds = [await aPhoto(made.customer, "REWORK")];
  return made.customer.do(REQUEST_REWORK, { ticketId: made.ticketId, version, reason, photoFileIds });
}

export async function sign(world: World, made: MadeTicket): Promise<Data> {
  const { version } = await ticketNow(world, made);
  return made.customer.do(ACCEPT_WORK, { ticketId: made.ticketId, version, idempotencyKey: newId() });
}

/**
 * A paid order of several items, each done by a supplier of its own; `stages` names the stage of each. The tickets come
 * in the order of `stages` and are not dispatched yet.
 */
export async function aStagedOrder(
  world: World,
  stages: readonly number[],
  wish: { readonly plan?: readonly PlanStepSpec[]; readonly customer?: CustomerActor } = {},
): Promise<{ order: MadeOrder; staff: Actor; tickets: readonly MadeTicket[] }> {
  const parts: { itemId: string; stage: number; supplier: MadeSupplier }[] = [];
  for (const stage of stages) {
    const itemId = await anItem(world);
    parts.push({ itemId, stage, supplier: await aSupplier(world, { services: [{ itemId }] }) });
  }
  const components = parts.map(({ itemId, stage }) => ({ itemId, stage }));
  const product = await aPublishedProduct(world, { components, ...(wish.plan ? { plan: wish.plan } : {}) });
  const order = await aPaidOrder(world, { product, ...(wish.customer ? { customer: wish.customer } : {}) });
  const staff = await aStaff(world);
  const rows = await ticketsOf(world.server.platform.database.read, [order.orderId]);
  const tickets = parts.map(({ itemId, supplier }) => {
    const ticketId = found(rows.find((row) => row.itemId === itemId)).id;
    return { ticketId, order, customer: order.customer, supplier, staff };
  });
  return { order, staff, tickets };
}

/** Walks a ticket that is to be dispatched to the state that is wanted. */
export function bringTo(world: World, made: MadeTicket, state: TicketState): Promise<void> {
  return bring(world, made, state);
}

/** Does all the work of a staged order to the customer's last sign-off. */
export async function complete(world: World, tickets: readonly MadeTicket[]): Promise<void> {
  for (const made of tickets) await bring(world, made, "ACCEPTED");
}
