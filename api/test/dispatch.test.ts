import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expireOffer } from "../src/fulfilment/expire-offer.flow.js";
import { offerNext } from "../src/fulfilment/offer-next.flow.js";
import { ticketsOf } from "../src/fulfilment/ticket.store.js";
import { MINUTE } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import { SYSTEM } from "../src/platform/viewer.js";
import type { Actor } from "./kit/actor.js";
import { aContest } from "./kit/contest.js";
import { anItem, aPublishedProduct, aStaff, aSupplier, ZHUZHOU } from "./kit/makers-catalogue.js";
import { ACCEPT_OFFER, accept, DECLINE_OFFER, decline, offerOf, ticketNow } from "./kit/makers-fulfilment.js";
import { aPaidOrder } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

const CANDIDATES = `query($id: ID!) { staffTicket(id: $id) { candidates { reasons supplier { id } } } }`;
const TIMELINE = "query($id: ID!) { order(id: $id) { nextStep { code } timeline { kind subject detail } } }";

let world: World;
let staff: Actor;

beforeAll(async () => {
  world = await openWorld();
  staff = await aStaff(world);
});
afterAll(() => world.close());

describe("automatic dispatch", () => {
  it("asks the supplier the customer chose first, however others score, then the best, then the next", async () => {
    const { suppliers, as, attempts, offeredTo } = await aContest(world, staff, 3, 2);
    await world.settle();
    expect(await offeredTo()).toBe(suppliers[2]?.supplierId);
    world.clock.advance(MINUTE);
    await decline(world, as(2));
    await world.settle();
    expect(await offeredTo()).toBe(suppliers[0]?.supplierId);
    world.clock.advance(MINUTE);
    await decline(world, as(0));
    await world.settle();
    expect(await offeredTo()).toBe(suppliers[1]?.supplierId);
    const strategies = (await attempts()).map(({ strategy }) => strategy);
    expect(strategies).toEqual(["CHOSEN_BY_CUSTOMER", "BEST_SCORE", "BEST_SCORE"]);
  });

  it("pays the chosen supplier what the order froze and another its own cost price", async () => {
    const { ticketId, as, attempts } = await aContest(world, staff, 2, 1);
    await world.settle();
    expect((await attempts())[0]?.pay).toBe(6_100);
    await decline(world, as(1));
    await world.settle();
    await accept(world, as(0));
    expect(await ticketNow(world, { ticketId })).toMatchObject({ state: "ASSIGNED", pay: 6_000 });
  });

  it("offers on after the window of thirty minutes, and the late answer is refused", async () => {
    const { ticketId, suppliers, as, offeredTo } = await aContest(world, staff, 2);
    await world.settle();
    const offer = await offerOf(as(0).supplier.owner, ticketId);
    world.clock.advance(30 * MINUTE);
    const late = { ...offer, idempotencyKey: newId() };
    expect(await as(0).supplier.owner.refusal(ACCEPT_OFFER, late)).toBe("OFFER_ENDED");
    await world.settle();
    expect(await offeredTo()).toBe(suppliers[1]?.supplierId);
    expect(await as(0).supplier.owner.refusal(ACCEPT_OFFER, late)).toBe("OFFER_ENDED");
    expect(await as(0).supplier.owner.refusal(DECLINE_OFFER, { ...offer, reason: "忙" })).toBe("OFFER_ENDED");
  });

  it("leaves it to a person when nobody is left", async () => {
    const { ticketId, order, as } = await aContest(world, staff, 1);
    await world.settle();
    await decline(world, as(0));
    await world.settle();
    expect((await ticketNow(world, { ticketId })).state).toBe("NEEDS_HUMAN");
    const { order: seen } = await order.customer.ask(TIMELINE, { id: order.orderId });
    expect(seen?.["nextStep"]?.["code"]).toBe("WAIT_DISPATCH");
  });

  it("leaves it to a person after five offers, though more could be asked", async () => {
    const { ticketId, states } = await aContest(world, staff, 6);
    for (let i = 0; i < 5; i += 1) {
      await world.settle();
      world.clock.advance(30 * MINUTE);
    }
    await world.settle();
    expect(await states()).toEqual(["EXPIRED", "EXPIRED", "EXPIRED", "EXPIRED", "EXPIRED"]);
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
    const { suppliers, offeredTo } = await aContest(world, staff, 2);
    const SUSPEND =
      "mutation($input: SuspendSupplierInput!) { suspendSupplier(input: $input) { userErrors { code } } }";
    await staff.do(SUSPEND, { supplierId: suppliers[0]?.supplierId, version: 1, reason: "投诉调查" });
    await world.settle();
    expect(await offeredTo()).toBe(suppliers[1]?.supplierId);
  });

  it("tells the customer of refusals only that it is being arranged anew", async () => {
    const { order, as, suppliers } = await aContest(world, staff, 2);
    await world.settle();
    await decline(world, as(0), "价格太低不接");
    await world.settle();
    const { order: seen } = await order.customer.ask(TIMELINE, { id: order.orderId });
    const story = JSON.stringify(seen);
    expect(story).toContain("OFFER_DECLINED");
    expect(story).not.toContain("价格太低");
    for (const { name, supplierId } of suppliers) {
      expect(story).not.toContain(supplierId);
      expect(story).not.toContain(name);
    }
  });

  it("hears the same fact twice without harm", async () => {
    const { ticketId, as, states } = await aContest(world, staff, 2);
    await world.settle();
    await offerNext(world.server.platform, SYSTEM, { ticketId });
    expect(await states()).toEqual(["OFFERED"]);
    await accept(world, as(0));
    await offerNext(world.server.platform, SYSTEM, { ticketId });
    expect(await states()).toEqual(["ACCEPTED"]);
  });

  it("fires the same timer twice without harm, and never for an answered offer", async () => {
    const { as, attempts, states } = await aContest(world, staff, 2);
    await world.settle();
    const attemptId = found((await attempts())[0]).id;
    await expireOffer(world.server.platform, SYSTEM, { attemptId });
    expect(await states()).toEqual(["OFFERED"]);
    await accept(world, as(0));
    world.clock.advance(31 * MINUTE);
    await expireOffer(world.server.platform, SYSTEM, { attemptId });
    await world.settle();
    expect(await states()).toEqual(["ACCEPTED"]);
  });

  it("loses nothing when the process stops between two steps: the fact is delivered again", async () => {
    const { states } = await aContest(world, staff, 2);
    const { database, work } = world.server.platform;
    await world.settle();
    // As after a crash in the middle of a delivery: done in the database, not ticked off.
    await work.run(SYSTEM, (tx) =>
      tx.run("UPDATE deliveries SET state = 'PENDING', nextAt = 0 WHERE listener = 'fulfilment.dispatch'"),
    );
    await world.settle();
    expect(await states()).toEqual(["OFFERED"]);
    const left = await database.read.query(
      "SELECT id FROM deliveries WHERE state <> 'DONE' AND listener = 'fulfilment.dispatch'",
    );
    expect(left).toEqual([]);
  });
});
