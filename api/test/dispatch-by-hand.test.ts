import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MINUTE } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import type { Actor, Data } from "./kit/actor.js";
import { aContest } from "./kit/contest.js";
import { aStaff, aSupplier } from "./kit/makers-catalogue.js";
import { aTicket, DISPATCH_TICKET, decline, offerOf, ticketNow, WITHDRAW_OFFER } from "./kit/makers-fulfilment.js";
import { openWorld, type World } from "./kit/world.js";

const CANDIDATES = `query($id: ID!) { staffTicket(id: $id) { state version
  candidates { eligible reasons score supplier { id } trace { code value weight points } } } }`;
const TICKET = "query($id: ID!) { supplierTicket(id: $id) { offer { state } availableActions } }";

let world: World;
let staff: Actor;

beforeAll(async () => {
  world = await openWorld();
  staff = await aStaff(world);
});
afterAll(() => world.close());

describe("a dispatcher", () => {
  const choice = async (ticketId: string, supplierId: string | undefined) => {
    const { version } = await ticketNow(world, { ticketId });
    return { ticketId, supplierId, version, idempotencyKey: newId() };
  };

  it("offers by hand to whom they choose, also to one that declined before, in a new round", async () => {
    const { ticketId, suppliers, as, attempts } = await aContest(world, staff, 1);
    await world.settle();
    world.clock.advance(MINUTE);
    await decline(world, as(0));
    await world.settle();
    const { staffTicket } = await staff.ask(CANDIDATES, { id: ticketId });
    expect(staffTicket?.["candidates"]?.[0]).toMatchObject({
      eligible: true,
      reasons: ["CHOSEN_BY_CUSTOMER", "ASKED_EARLIER"],
    });
    const { ticket } = await staff.do(DISPATCH_TICKET, await choice(ticketId, suppliers[0]?.supplierId));
    expect(ticket).toMatchObject({ state: "OFFERED" });
    expect((await attempts()).map(({ round, strategy }) => [round, strategy])).toEqual([
      [1, "CHOSEN_BY_CUSTOMER"],
      [2, "BY_HAND"],
    ]);
  });

  it("offers by hand to others than automatic dispatch would have", async () => {
    const { ticketId, suppliers, offeredTo } = await aContest(world, staff, 3);
    const { ticket } = await staff.do(DISPATCH_TICKET, await choice(ticketId, suppliers[2]?.supplierId));
    expect(ticket?.["attempts"]?.[0]).toMatchObject({ strategy: "BY_HAND", state: "OFFERED" });
    await world.settle();
    expect(await offeredTo()).toBe(suppliers[2]?.supplierId);
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
    const { ticketId, suppliers } = await aContest(world, staff, 1);
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
    const { ticketId, suppliers } = await aContest(world, staff, 3, null);
    const { staffTicket } = await staff.ask(CANDIDATES, { id: ticketId });
    const candidates = staffTicket?.["candidates"] as unknown as Data[];
    expect(candidates.map((candidate) => candidate["supplier"]?.["id"])).toEqual(suppliers.map((s) => s.supplierId));
    for (const { trace, score } of candidates as unknown as { trace: { points: number }[]; score: number }[]) {
      expect(trace.reduce((sum, part) => sum + part.points, 0)).toBeCloseTo(score, 3);
    }
  });
});
