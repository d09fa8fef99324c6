import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/kernel/ids.js";
import type { Actor } from "./kit/actor.js";
import { aContest } from "./kit/contest.js";
import { aMember, aStaff } from "./kit/makers-catalogue.js";
import { ACCEPT_OFFER, accept, aTicket, DECLINE_OFFER, decline, offerOf, ticketNow } from "./kit/makers-fulfilment.js";
import { openWorld, type World } from "./kit/world.js";

const TICKET =
  "query($id: ID!) { supplierTicket(id: $id) { state contactPhone pay offer { state } availableActions } }";

let world: World;
let staff: Actor;

beforeAll(async () => {
  world = await openWorld();
  staff = await aStaff(world);
});
afterAll(() => world.close());

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
    const { ticketId, as } = await aContest(world, staff, 2);
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
});
