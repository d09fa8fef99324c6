import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTickets, ticketedComponents, ticketsOf } from "../src/fulfilment/ticket.store.js";
import { found } from "../src/kernel/refusal.js";
import { componentsOf, lockOrder } from "../src/orders/order.store.js";
import { openGate } from "../src/payments/open-gate.step.js";
import { SYSTEM } from "../src/platform/viewer.js";
import type { Actor } from "./kit/actor.js";
import { aMember, anItem, aPublishedProduct, aStaff, aSupplier } from "./kit/makers-catalogue.js";
import { approveReport, aTicket, type MadeTicket, offerOf, post, ticketNow } from "./kit/makers-fulfilment.js";
import { aCustomer, aPaidOrder, aPlacedOrder } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

const ORDER = `query($id: ID!) { order(id: $id) { state delivery { done total percent } pendingReportCount
  nextStep { actor code } availableActions timeline { kind subject detail }
  tickets { id no itemName stage state percent version workerName pendingReportCount supplier { id name }
    milestones { code done weight } reports { state text photos { url } } availableActions } } }`;
const SUPPLIER_TICKET = `query($id: ID!) { supplierTicket(id: $id) { id no itemName quantity unit state orderNo pay
  percent region { name } inputs { code } note contactName contactPhone address offer { state expiresAt }
  milestones { code done } reports { state } seq version availableActions } }`;
const STAFF_TICKET = `query($id: ID!) { staffTicket(id: $id) { id no orderNo state costAmount acceptBy
  supplier { id } chosenSupplier { id } attempts { strategy score state supplier { id } trace { code points } }
  candidates { eligible reasons supplier { id openTicketCount } } reports { state text } availableActions } }`;

let world: World;
let staff: Actor;

beforeAll(async () => {
  world = await openWorld();
  staff = await aStaff(world);
});
afterAll(() => world.close());

describe("tickets of a paid order", () => {
  it("are one for each component, whose first stage is offered at once while later stages wait", async () => {
    const order = await aPaidOrder(world);
    await world.settle();
    const { order: seen } = await order.customer.ask(ORDER, { id: order.orderId });
    const tickets = seen?.["tickets"] as unknown as { stage: number; state: string }[];
    expect(tickets.map(({ stage, state }) => [stage, state])).toEqual([
      [1, "OFFERED"],
      [2, "WAITING"],
    ]);
    expect(seen).toMatchObject({
      state: "IN_DELIVERY",
      delivery: { done: 0, total: 2, percent: 0 },
      nextStep: { actor: "SUPPLIER", code: "WAIT_ACCEPT_OFFER" },
    });
  });

  it("exist once, however often they are opened", async () => {
    const { orderId } = await aPaidOrder(world);
    await world.server.platform.work.run(SYSTEM, async (tx) => {
      const order = found(await lockOrder(tx, orderId));
      await openGate(tx, order);
      await openTickets(tx, order, await componentsOf(tx, [orderId]), await ticketedComponents(tx, orderId));
    });
    expect(await ticketsOf(world.server.platform.database.read, [orderId])).toHaveLength(2);
  });

  it("do not exist before the money does", async () => {
    const { orderId, customer } = await aPlacedOrder(world);
    const { order } = await customer.ask(ORDER, { id: orderId });
    expect(order).toMatchObject({ tickets: [], delivery: { done: 0, total: 0, percent: 0 } });
  });
});

describe("what each side sees", () => {
  let made: MadeTicket;
  beforeAll(async () => {
    made = await aTicket(world, { staff });
  });

  it("an offered supplier: scope and its own pay, but not whom or where", async () => {
    const { supplierTicket } = await made.supplier.owner.ask(SUPPLIER_TICKET, { id: made.ticketId });
    expect(supplierTicket).toMatchObject({
      state: "OFFERED",
      pay: "7000",
      region: { name: "长沙市" },
      note: null,
      contactName: null,
      contactPhone: null,
      address: null,
      offer: { state: "OFFERED" },
      availableActions: ["ACCEPT_OFFER", "DECLINE_OFFER"],
    });
  });

  it("the customer: no supplier's pay, no offers, nobody who has not taken it", async () => {
    const { order } = await made.customer.ask(ORDER, { id: made.order.orderId });
    expect(order?.["tickets"]?.[0]).toMatchObject({ state: "OFFERED", supplier: null, availableActions: [] });
    for (const field of ["pay", "attempts { id }", "candidates { score }", "costAmount"]) {
      const ask = `query($id: ID!) { order(id: $id) { tickets { ${field} } } }`;
      expect(await made.customer.error(ask, { id: made.order.orderId })).toBe("GRAPHQL_VALIDATION_FAILED");
    }
  });

  it("staff: the offer with its score and why", async () => {
    const { staffTicket } = await staff.ask(STAFF_TICKET, { id: made.ticketId });
    expect(staffTicket).toMatchObject({
      state: "OFFERED",
      costAmount: "7000",
      chosenSupplier: { id: made.supplier.supplierId },
      supplier: null,
      candidates: [],
      availableActions: ["WITHDRAW_OFFER"],
    });
    expect(staffTicket?.["attempts"]?.[0]).toMatchObject({ strategy: "RECOMMENDED", state: "OFFERED" });
    expect(staffTicket?.["acceptBy"]).toBe("2026-11-20T02:30:00.000Z");
  });

  it("staff without cost.read: no cost", async () => {
    const reader = await aStaff(world, ["tickets.read"]);
    const { staffTicket } = await reader.ask(STAFF_TICKET, { id: made.ticketId });
    expect(staffTicket).toMatchObject({ costAmount: null, availableActions: [] });
  });

  it("others: nothing at all, as if it did not exist", async () => {
    const rival = (await aSupplier(world)).owner;
    expect((await rival.ask(SUPPLIER_TICKET, { id: made.ticketId }))["supplierTicket"]).toBeNull();
    const stranger = await aCustomer(world);
    expect((await stranger.ask(ORDER, { id: made.order.orderId }))["order"]).toBeNull();
    expect(await stranger.error(STAFF_TICKET, { id: made.ticketId })).toBe("FORBIDDEN");
    expect(await stranger.error(SUPPLIER_TICKET, { id: made.ticketId })).toBe("FORBIDDEN");
    expect(await world.stranger("supplier").error(SUPPLIER_TICKET, { id: made.ticketId })).toBe("UNAUTHENTICATED");
  });

  it("the supplier that took it: whom to call and where, and the customer who comes", async () => {
    const taken = await aTicket(world, { state: "IN_PROGRESS", staff });
    const { supplierTicket } = await taken.supplier.owner.ask(SUPPLIER_TICKET, { id: taken.ticketId });
    expect(supplierTicket).toMatchObject({
      contactName: "林晓",
      contactPhone: "13800000001",
      address: "岳麓区湘江中路 8 号",
      note: "周末上门",
      offer: { state: "ACCEPTED" },
      availableActions: ["POST_PROGRESS", "DELIVER"],
    });
    const { order } = await taken.customer.ask(ORDER, { id: taken.order.orderId });
    expect(order?.["tickets"]?.[0]).toMatchObject({ supplier: { name: taken.supplier.name }, workerName: "周师傅" });
  });

  it("its own people by role: the books see the pay but may do nothing", async () => {
    const { actor } = await aMember(world, made.supplier.supplierId, "FINANCE");
    const { supplierTicket } = await actor.ask(SUPPLIER_TICKET, { id: made.ticketId });
    expect(supplierTicket).toMatchObject({ pay: "7000", availableActions: [] });
  });
});

describe("lists", () => {
  it("of a supplier: open offers soonest to end first, taken tickets last taken first", async () => {
    const itemId = await anItem(world);
    const supplier = await aSupplier(world, { services: [{ itemId, perDay: 50 }] });
    const product = await aPublishedProduct(world, { components: [{ itemId }] });
    for (let i = 0; i < 3; i += 1) await aPaidOrder(world, { product });
    await world.settle();
    const { myOffers } = await supplier.owner.ask("{ myOffers { id version offer { attemptId expiresAt } } }");
    const offers = myOffers as unknown as { id: string }[];
    expect(offers).toHaveLength(3);
    for (const { id } of offers) {
      world.clock.advance(1_000);
      const input = { ...(await offerOf(supplier.owner, id)), idempotencyKey: `accept-${id}` };
      await supplier.owner.do(
        "mutation($input: AcceptOfferInput!) { acceptOffer(input: $input) { userErrors { code } } }",
        input,
      );
    }
    const MINE =
      "query($after: String, $state: TicketState) { myTickets(first: 2, after: $after, state: $state) { nodes { id } pageInfo { hasNextPage endCursor } } }";
    const { myTickets } = await supplier.owner.ask(MINE, { state: "ASSIGNED" });
    const ids = (nodes: unknown) => (nodes as { id: string }[]).map(({ id }) => id);
    const reversed = offers.map(({ id }) => id).reverse();
    expect(ids(myTickets?.["nodes"])).toEqual(reversed.slice(0, 2));
    const next = await supplier.owner.ask(MINE, { after: myTickets?.["pageInfo"]?.["endCursor"] });
    expect(ids(next["myTickets"]?.["nodes"])).toEqual(reversed.slice(2));
    expect((await supplier.owner.ask("{ myOffers { id } }"))["myOffers"]).toEqual([]);
  });

  it("of staff: newest first, or oldest first to work them off", async () => {
    const LIST =
      "query($oldest: Boolean) { staffTickets(first: 100, oldestFirst: $oldest) { nodes { id createdAt } } }";
    const of = async (oldest: boolean) => {
      const { staffTickets } = await staff.ask(LIST, { oldest });
      const { nodes } = staffTickets as unknown as { nodes: { id: string }[] };
      return nodes.map(({ id }) => id);
    };
    expect(await of(true)).toEqual((await of(false)).reverse());
  });

  it("cost a fixed number of statements, however long", async () => {
    const LIST = `query($first: Int) { staffTickets(first: $first) { nodes { id state region { name } acceptBy
      supplier { name openTicketCount } chosenSupplier { name } milestones { done } attempts { supplier { name } }
      candidates { eligible supplier { name } } reports { text photos { url } } } } }`;
    const made = await aTicket(world, { state: "IN_PROGRESS", staff });
    await approveReport(made, await post(made, "BEGUN"));
    await aTicket(world, { state: "NEEDS_HUMAN", staff });
    await aTicket(world, { state: "NEEDS_HUMAN", staff });
    const cost = async (first: number) => (await world.statements(() => staff.ask(LIST, { first }))).length;
    expect(await cost(50)).toBe(await cost(3));
    const ORDERS = `{ staffOrders(first: 50) { nodes { delivery { percent } nextStep { code } pendingReportCount
      tickets { id state } review { id } } } }`;
    const orders = (await world.statements(() => staff.ask(ORDERS))).length;
    expect(orders).toBeLessThanOrEqual(12);
  });
});

describe("queues", () => {
  it("count what waits, and 0 for what the viewer may not read", async () => {
    const own = await openWorld();
    const chief = await aStaff(own);
    await aTicket(own, { state: "NEEDS_HUMAN", staff: chief });
    const working = await aTicket(own, { state: "IN_PROGRESS", staff: chief });
    await post(working, "BEGUN");
    await aTicket(own, { state: "DELIVERED", staff: chief });
    const ASK =
      "{ staffQueues { applications proposedServices paymentsToConfirm needsHuman reportsToReview workToApprove deadLetters } }";
    const zero = { applications: 0, proposedServices: 0, paymentsToConfirm: 0, deadLetters: 0 };
    expect((await chief.ask(ASK))["staffQueues"]).toEqual({
      ...zero,
      needsHuman: 1,
      reportsToReview: 1,
      workToApprove: 1,
    });
    const cashier = await aStaff(own, ["payments.read"]);
    expect((await cashier.ask(ASK))["staffQueues"]).toEqual({
      ...zero,
      needsHuman: 0,
      reportsToReview: 0,
      workToApprove: 0,
    });
    expect(await working.customer.error(ASK)).toBe("FORBIDDEN");
    const statements = await own.statements(() => chief.ask(ASK));
    expect(statements.length).toBeLessThanOrEqual(13);
    await own.close();
  });

  it("tell a supplier its offers, work and rework", async () => {
    const made = await aTicket(world, { state: "REWORK", staff });
    const ASK = "{ mySupplierWork { offers active rework rejectedReports } }";
    const { mySupplierWork } = await made.supplier.owner.ask(ASK);
    expect(mySupplierWork).toEqual({ offers: 0, active: 0, rework: 1, rejectedReports: 0 });
    expect((await ticketNow(world, made)).reworkCount).toBe(1);
    expect(await made.customer.error(ASK)).toBe("FORBIDDEN");
  });
});
