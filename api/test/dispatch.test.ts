import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attemptsOf } from "../src/fulfilment/attempt.store.js";
import { expireOffer } from "../src/fulfilment/expire-offer.flow.js";
import { offerNext } from "../src/fulfilment/offer-next.flow.js";
import { ticketsOf } from "../src/fulfilment/ticket.store.js";
import { MINUTE } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import { SYSTEM } from "../src/platform/viewer.js";
import type { Actor, Data } from "./kit/actor.js";
import {
  aMember,
  anItem,
  aPublishedProduct,
  aStaff,
  aSupplier,
  type MadeSupplier,
  ZHUZHOU,
} from "./kit/makers-catalogue.js";
import {
  ACCEPT_OFFER,
  accept,
  aTicket,
  DECLINE_OFFER,
  DISPATCH_TICKET,
  decline,
  type MadeTicket,
  offerOf,
  ticketNow,
  WITHDRAW_OFFER,
} from "./kit/makers-fulfilment.js";
import { aPaidOrder, type MadeOrder } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

const CANDIDATES = `query($id: ID!) { staffTicket(id: $id) { state version
  candidates { eligible reasons score supplier { id } trace { code value weight points } } } }`;
const TICKET =
  "query($id: ID!) { supplierTicket(id: $id) { state contactPhone pay offer { state } availableActions } }";
const TIMELINE = "query($id: ID!) { order(id: $id) { nextStep { code } timeline { kind subject detail } } }";

let world: World;
let staff: Actor;

beforeAll(async () => {
  world = await openWorld();
  staff = await aStaff(world);
});
afterAll(() => world.close());

interface Contest {
  readonly ticketId: string;
  readonly order: MadeOrder;
  readonly suppliers: readonly MadeSupplier[];
  /** The ticket as if it were this supplier's, for the makers. */
  readonly as: (index: number) => MadeTicket;
}

/**
 * A paid ticket that several suppliers could do, in the order of their worth: each next one is less able and dearer. The
 * customer chose `chosen`, or left it to the platform.
 */
async function aContest(count: number, chosen: number | null = 0): Promise<Contest> {
  const itemId = await anItem(world);
  const suppliers: MadeSupplier[] = [];
  for (let i = 0; i < count; i += 1) {
    const service = { itemId, level: Math.max(1, 5 - i), costPrice: 6_000 + i * 100 };
    suppliers.push(await aSupplier(world, { services: [service] }));
  }
  const product = await aPublishedProduct(world, { components: [{ itemId }] });
  const componentId = product.componentIds[0] ?? "";
  const supplierId = chosen === null ? null : (suppliers[chosen]?.supplierId ?? null);
  const order = await aPaidOrder(world, { product, choices: [{ componentId, selected: true, supplierId }] });
  const [ticket] = await ticketsOf(world.server.platform.database.read, [order.orderId]);
  const { id: ticketId } = found(ticket);
  const as = (index: number) => ({
    ticketId,
    order,
    customer: order.customer,
    staff,
    supplier: found(suppliers[index]),
  });
  return { ticketId, order, suppliers, as };
}

const attempts = (ticketId: string) => attemptsOf(world.server.platform.database.read, [ticketId]);
const states = async (ticketId: string) => (await attempts(ticketId)).map(({ state }) => state);
const offeredTo = async (ticketId: string) =>
  (await attempts(ticketId)).find(({ state }) => state === "OFFERED")?.supplierId;

describe("automatic dispatch", () => {
  it("asks the supplier the customer chose first, however others score, then the best, then the next", async () => {
    const { ticketId, suppliers, as } = await aContest(3, 2);
    await world.settle();
    expect(await offeredTo(ticketId)).toBe(suppliers[2]?.supplierId);
    world.clock.advance(MINUTE);
    await decline(world, as(2));
    await world.settle();
    expect(await offeredTo(ticketId)).toBe(suppliers[0]?.supplierId);
    world.clock.advance(MINUTE);
    await decline(world, as(0));
    await world.settle();
    expect(await offeredTo(ticketId)).toBe(suppliers[1]?.supplierId);
    const strategies = (await attempts(ticketId)).map(({ strategy }) => strategy);
    expect(strategies).toEqual(["CHOSEN_BY_CUSTOMER", "BEST_SCORE", "BEST_SCORE"]);
  });

  it("pays the chosen supplier what the order froze and another its own cost price", async () => {
    const { ticketId, as } = await aContest(2, 1);
    await world.settle();
    expect((await attempts(ticketId))[0]?.pay).toBe(6_100);
    await decline(world, as(1));
    await world.settle();
    await accept(world, as(0));
    expect(await ticketNow(world, { ticketId })).toMatchObject({ state: "ASSIGNED", pay: 6_000 });
  });

  it("offers on after the window of thirty minutes, and the late answer is refused", async () => {
    const { ticketId, suppliers, as } = await aContest(2);
    await world.settle();
    const offer = await offerOf(as(0).supplier.owner, ticketId);
    world.clock.advance(30 * MINUTE);
    const late = { ...offer, idempotencyKey: newId() };
    expect(await as(0).supplier.owner.refusal(ACCEPT_OFFER, late)).toBe("OFFER_ENDED");
    await world.settle();
    expect(await offeredTo(ticketId)).toBe(suppliers[1]?.supplierId);
    expect(await as(0).supplier.owner.refusal(ACCEPT_OFFER, late)).toBe("OFFER_ENDED");
    expect(await as(0).supplier.owner.refusal(DECLINE_OFFER, { ...offer, reason: "忙" })).toBe("OFFER_ENDED");
  });

  it("leaves it to a person when nobody is left", async () => {
    const { ticketId, order, as } = await aContest(1);
    await world.settle();
    await decline(world, as(0));
    await world.settle();
    expect((await ticketNow(world, { ticketId })).state).toBe("NEEDS_HUMAN");
    const { order: seen } = await order.customer.ask(TIMELINE, { id: order.orderId });
    expect(seen?.["nextStep"]?.["code"]).toBe("WAIT_DISPATCH");
  });

  it("leaves it to a person after five offers, though more could be asked", async () => {
    const { ticketId } = await aContest(6);
    for (let i = 0; i < 5; i += 1) {
      await world.settle();
      world.clock.advance(30 * MINUTE);
    }
    await world.settle();
    expect(await states(ticketId)).toEqual(["EXPIRED", "EXPIRED", "EXPIRED", "EXPIRED", "EXPIRED"]);
    expect((await ticketNow(world, { ticketId })).state).toBe("NEEDS_HUMAN");
  });

  it("asks nobody outside their region or beyond their day, and says why", async () => {
    const itemId = await anItem(world);
    const small = await aSupplier(world, { services: [{ itemId, perDay: 1 }] });
    const product = await aPublishedProduct(world, { components: [{ itemId }] });
    const far = await aSupplier(world, { regions: [ZHUZHOU], services: [{ itemId }] });
    await aPaidOrder(world, { product });
    await world.settle();
    const second = await aPaidOrder(world, { product });
    await world.settle();
    const [ticket] = await ticketsOf(world.server.platform.database.read, [second.orderId]);
    expect(ticket?.state).toBe("NEEDS_HUMAN");
    const { staffTicket } = await staff.ask(CANDIDATES, { id: ticket?.id });
    const { candidates } = staffTicket as unknown as { candidates: { supplier: { id: string }; reasons: string[] }[] };
    const reasons = new Map(candidates.map((candidate) => [candidate.supplier.id, candidate.reasons]));
    expect(reasons.get(small.supplierId)).toContain("FULL_TODAY");
    expect(reasons.get(far.supplierId)).toContain("REGION");
  });

  it("does not ask a supplier that was suspended after the order, and tells the dispatcher", async () => {
    const { ticketId, suppliers } = await aContest(2);
    const SUSPEND =
      "mutation($input: SuspendSupplierInput!) { suspendSupplier(input: $input) { userErrors { code } } }";
    await staff.do(SUSPEND, { supplierId: suppliers[0]?.supplierId, version: 1, reason: "投诉调查" });
    await world.settle();
    expect(await offeredTo(ticketId)).toBe(suppliers[1]?.supplierId);
  });

  it("tells the customer of refusals only that it is being arranged anew", async () => {
    const { order, as, suppliers } = await aContest(2);
    await world.settle();
    await decline(world, as(0), "价格太低不接");
    await world.settle();
    const { order: seen } = await order.customer.ask(TIMELINE, { id: order.orderId });
    const story = JSON.stringify(seen);
    expect(story).toContain("TICKET_DECLINED");
    expect(story).not.toContain("价格太低");
    for (const { name, supplierId } of suppliers) {
      expect(story).not.toContain(supplierId);
      expect(story).not.toContain(name);
    }
  });

  it("hears the same fact twice without harm", async () => {
    const { ticketId, as } = await aContest(2);
    await world.settle();
    await offerNext(world.server.platform, SYSTEM, { ticketId });
    expect(await states(ticketId)).toEqual(["OFFERED"]);
    await accept(world, as(0));
    await offerNext(world.server.platform, SYSTEM, { ticketId });
    expect(await states(ticketId)).toEqual(["ACCEPTED"]);
  });

  it("fires the same timer twice without harm, and never for an answered offer", async () => {
    const { ticketId, as } = await aContest(2);
    await world.settle();
    const attemptId = found((await attempts(ticketId))[0]).id;
    await expireOffer(world.server.platform, SYSTEM, { attemptId });
    expect(await states(ticketId)).toEqual(["OFFERED"]);
    await accept(world, as(0));
    world.clock.advance(31 * MINUTE);
    await expireOffer(world.server.platform, SYSTEM, { attemptId });
    await world.settle();
    expect(await states(ticketId)).toEqual(["ACCEPTED"]);
  });

  it("loses nothing when the process stops between two steps: the fact is delivered again", async () => {
    const { ticketId } = await aContest(2);
    const { database, work } = world.server.platform;
    await world.settle();
    // As after a crash in the middle of a delivery: done in the database, not ticked off.
    await work.run(SYSTEM, (tx) =>
      tx.run("UPDATE deliveries SET state = 'PENDING', nextAt = 0 WHERE listener = 'fulfilment.dispatch'"),
    );
    await world.settle();
    expect(await states(ticketId)).toEqual(["OFFERED"]);
    const left = await database.read.query(
      "SELECT id FROM deliveries WHERE state <> 'DONE' AND listener = 'fulfilment.dispatch'",
    );
    expect(left).toEqual([]);
  });
});

describe("a supplier answers", () => {
  it("by role: owners and dispatchers, not workers and bookkeepers", async () => {
    const made = await aTicket(world, { staff });
    const offer = { ...(await offerOf(made.supplier.owner, made.ticketId)), idempotencyKey: newId() };
    for (const role of ["WORKER", "FINANCE"] as const) {
      const { actor } = await aMember(world, made.supplier.supplierId, role);
      expect(await actor.error(ACCEPT_OFFER, { input: offer })).toBe("FORBIDDEN");
    }
    const { actor } = await aMember(world, made.supplier.supplierId, "DISPATCHER");
    const { ticket } = await actor.do(ACCEPT_OFFER, offer);
    expect(ticket).toMatchObject({ state: "ASSIGNED", contactPhone: "13800000001", availableActions: ["START"] });
  });

  it("once per key: a repeat answers the same, another input with the same key is refused", async () => {
    const made = await aTicket(world, { staff });
    const { owner } = made.supplier;
    const input = { ...(await offerOf(owner, made.ticketId)), idempotencyKey: newId() };
    const first = await owner.do(ACCEPT_OFFER, input);
    expect(await owner.do(ACCEPT_OFFER, input)).toEqual(first);
    expect(await owner.refusal(ACCEPT_OFFER, { ...input, version: 99 })).toBe("IDEMPOTENCY_KEY_REUSED");
    expect(await owner.refusal(ACCEPT_OFFER, { ...input, idempotencyKey: newId() })).toBe("OFFER_ENDED");
  });

  it("only its own offer: a foreign one is as absent as none", async () => {
    const made = await aTicket(world, { staff });
    const other = await aTicket(world, { staff });
    const offer = await offerOf(made.supplier.owner, made.ticketId);
    const rival = other.supplier.owner;
    const own = await offerOf(rival, other.ticketId);
    const tries = [
      offer,
      { ...offer, attemptId: own.attemptId },
      { ...own, ticketId: made.ticketId },
      { ...offer, ticketId: newId() },
    ];
    for (const input of tries) {
      expect(await rival.refusal(ACCEPT_OFFER, { ...input, idempotencyKey: newId() })).toBe("NOT_FOUND");
      expect(await rival.refusal(DECLINE_OFFER, { ...input, reason: "忙" })).toBe("NOT_FOUND");
    }
    expect((await ticketNow(world, made)).state).toBe("OFFERED");
  });

  it("what it saw last, with a reason when it declines", async () => {
    const made = await aTicket(world, { staff });
    const { owner } = made.supplier;
    const offer = await offerOf(owner, made.ticketId);
    expect(await owner.refusal(ACCEPT_OFFER, { ...offer, version: 99, idempotencyKey: newId() })).toBe("STALE_VERSION");
    expect(await owner.refusal(DECLINE_OFFER, { ...offer, version: 99, reason: "忙" })).toBe("STALE_VERSION");
    expect(await owner.refusal(DECLINE_OFFER, { ...offer, reason: "  " })).toBe("REASON_REQUIRED");
  });

  it("and after declining sees no more than the offer had shown", async () => {
    const { ticketId, as } = await aContest(2);
    await world.settle();
    await decline(world, as(0));
    await world.settle();
    await accept(world, as(1));
    const { supplierTicket } = await as(0).supplier.owner.ask(TICKET, { id: ticketId });
    expect(supplierTicket).toEqual({
      state: "OFFERED",
      contactPhone: null,
      pay: "6000",
      offer: { state: "DECLINED" },
      availableActions: [],
    });
  });

  it("not while it is suspended", async () => {
    const made = await aTicket(world, { staff });
    const offer = { ...(await offerOf(made.supplier.owner, made.ticketId)), idempotencyKey: newId() };
    const SUSPEND =
      "mutation($input: SuspendSupplierInput!) { suspendSupplier(input: $input) { userErrors { code } } }";
    await staff.do(SUSPEND, { supplierId: made.supplier.supplierId, version: 1, reason: "投诉调查" });
    expect(await made.supplier.owner.refusal(ACCEPT_OFFER, offer)).toBe("SUPPLIER_NOT_ELIGIBLE");
  });
});

describe("a dispatcher", () => {
  const choice = async (ticketId: string, supplierId: string | undefined) => {
    const { version } = await ticketNow(world, { ticketId });
    return { ticketId, supplierId, version, idempotencyKey: newId() };
  };

  it("offers by hand to whom they choose, also to one that declined before, in a new round", async () => {
    const { ticketId, suppliers, as } = await aContest(1);
    await world.settle();
    world.clock.advance(MINUTE);
    await decline(world, as(0));
    await world.settle();
    const { staffTicket } = await staff.ask(CANDIDATES, { id: ticketId });
    expect(staffTicket?.["candidates"]?.[0]).toMatchObject({
      eligible: true,
      reasons: ["CHOSEN_BY_CUSTOMER", "DECLINED_EARLIER"],
    });
    const { ticket } = await staff.do(DISPATCH_TICKET, await choice(ticketId, suppliers[0]?.supplierId));
    expect(ticket).toMatchObject({ state: "OFFERED" });
    expect((await attempts(ticketId)).map(({ round, strategy }) => [round, strategy])).toEqual([
      [1, "CHOSEN_BY_CUSTOMER"],
      [2, "BY_HAND"],
    ]);
  });

  it("offers by hand to others than automatic dispatch would have", async () => {
    const { ticketId, suppliers } = await aContest(3);
    const { ticket } = await staff.do(DISPATCH_TICKET, await choice(ticketId, suppliers[2]?.supplierId));
    expect(ticket?.["attempts"]?.[0]).toMatchObject({ strategy: "BY_HAND", state: "OFFERED" });
    await world.settle();
    expect(await offeredTo(ticketId)).toBe(suppliers[2]?.supplierId);
  });

  it("takes an offer back and decides from then on", async () => {
    const made = await aTicket(world, { staff });
    const offer = await offerOf(made.supplier.owner, made.ticketId);
    const { ticket } = await staff.do(WITHDRAW_OFFER, offer);
    expect(ticket).toMatchObject({ state: "NEEDS_HUMAN", availableActions: ["DISPATCH"] });
    await world.settle();
    expect((await ticketNow(world, made)).state).toBe("NEEDS_HUMAN");
    const { supplierTicket } = await made.supplier.owner.ask(TICKET, { id: made.ticketId });
    expect(supplierTicket).toMatchObject({ offer: { state: "WITHDRAWN" }, availableActions: [] });
    expect(await staff.refusal(WITHDRAW_OFFER, offer)).toBe("OFFER_ENDED");
  });

  it("can't offer to whom is not eligible, what is offered already, or what they have not seen last", async () => {
    const { ticketId, suppliers } = await aContest(1);
    const stranger = await aSupplier(world);
    const refused = (change: object, input: object) => staff.refusal(DISPATCH_TICKET, { ...input, ...change });
    const input = await choice(ticketId, stranger.supplierId);
    expect(await refused({}, input)).toBe("SUPPLIER_NOT_ELIGIBLE");
    expect(await refused({ version: 99 }, input)).toBe("STALE_VERSION");
    expect(await refused({ ticketId: newId() }, input)).toBe("NOT_FOUND");
    await world.settle();
    expect(await refused({}, await choice(ticketId, suppliers[0]?.supplierId))).toBe("INVALID_STATE");
  });

  it("needs the permission", async () => {
    const made = await aTicket(world, { staff });
    const input = await choice(made.ticketId, made.supplier.supplierId);
    const offer = await offerOf(made.supplier.owner, made.ticketId);
    const reader = await aStaff(world, ["tickets.read", "progress.review"]);
    for (const actor of [reader, made.customer, made.supplier.owner]) {
      expect(await actor.error(DISPATCH_TICKET, { input })).toBe("FORBIDDEN");
      expect(await actor.error(WITHDRAW_OFFER, { input: offer })).toBe("FORBIDDEN");
    }
  });

  it("sees candidates best first with the points of each score", async () => {
    const { ticketId, suppliers } = await aContest(3, null);
    const { staffTicket } = await staff.ask(CANDIDATES, { id: ticketId });
    const candidates = staffTicket?.["candidates"] as unknown as Data[];
    expect(candidates.map((candidate) => candidate["supplier"]?.["id"])).toEqual(suppliers.map((s) => s.supplierId));
    for (const { trace, score } of candidates as unknown as { trace: { points: number }[]; score: number }[]) {
      expect(trace.reduce((sum, part) => sum + part.points, 0)).toBeCloseTo(score, 3);
    }
  });
});
