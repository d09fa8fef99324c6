import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acceptWork } from "../src/fulfilment/accept-work.flow.js";
import { attemptsOf } from "../src/fulfilment/attempt.store.js";
import { expireOffer } from "../src/fulfilment/expire-offer.flow.js";
import { offerNext } from "../src/fulfilment/offer-next.flow.js";
import { reportsOf } from "../src/fulfilment/report.store.js";
import { ticketsOf } from "../src/fulfilment/ticket.store.js";
import { DAY, MINUTE } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import { SYSTEM } from "../src/platform/viewer.js";
import type { Actor } from "./kit/actor.js";
import { aMember, anItem, aPublishedProduct, aStaff, aSupplier, type MadeSupplier } from "./kit/makers-catalogue.js";
import {
  ACCEPT_OFFER,
  ACCEPT_WORK,
  APPROVE_PROGRESS,
  aPhoto,
  aStagedOrder,
  aTicket,
  bringTo,
  DECLINE_OFFER,
  DELIVER_WORK,
  DISPATCH_TICKET,
  decline,
  type MadeTicket,
  offerOf,
  POST_PROGRESS,
  post,
  REJECT_PROGRESS,
  REQUEST_REWORK,
  ticketNow,
  WITHDRAW_OFFER,
} from "./kit/makers-fulfilment.js";
import { aPaidOrder } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

/** Each race is run so often: who wins may differ, that one wins may not. */
const ROUNDS = [1, 2, 3, 4];

let world: World;
let staff: Actor;

beforeAll(async () => {
  world = await openWorld();
  staff = await aStaff(world);
});
afterAll(() => world.close());

/** Sends a mutation and tells the code it was refused with, or DONE. */
async function outcome(actor: Actor, mutation: string, input: Record<string, unknown>): Promise<string> {
  const answer = await actor.send(mutation, { input });
  expect(answer.errors, JSON.stringify(answer.errors)).toBeUndefined();
  const [payload] = Object.values(answer.data ?? {}) as { userErrors: { code: string }[] }[];
  return payload?.userErrors[0]?.code ?? "DONE";
}

const read = () => world.server.platform.database.read;
const attempts = (ticketId: string) => attemptsOf(read(), [ticketId]);
const lostRace = ["OFFER_ENDED", "STALE_VERSION"];

/** One of the outcomes is DONE, every other one of the refusals that losers get. */
function expectOneWinner(outcomes: readonly string[], refusals: readonly string[]): void {
  expect(
    outcomes.filter((code) => code === "DONE"),
    outcomes.join(),
  ).toHaveLength(1);
  for (const code of outcomes) expect(["DONE", ...refusals]).toContain(code);
}

/** A ticket that several suppliers could do and nobody was asked for yet. */
async function anOpenTicket(count: number): Promise<{ ticketId: string; suppliers: MadeSupplier[] }> {
  const itemId = await anItem(world);
  const suppliers: MadeSupplier[] = [];
  for (let i = 0; i < count; i += 1) suppliers.push(await aSupplier(world, { services: [{ itemId }] }));
  const order = await aPaidOrder(world, { product: await aPublishedProduct(world, { components: [{ itemId }] }) });
  const [ticket] = await ticketsOf(read(), [order.orderId]);
  return { ticketId: ticket?.id ?? "", suppliers };
}

/** Two tickets of one supplier that has one place left today. */
async function twoForOnePlace(): Promise<{ supplierId: string; ticketIds: string[] }> {
  const itemId = await anItem(world);
  const { supplierId } = await aSupplier(world, { services: [{ itemId, perDay: 1 }] });
  const product = await aPublishedProduct(world, { components: [{ itemId }] });
  const orders = [await aPaidOrder(world, { product }), await aPaidOrder(world, { product })];
  const tickets = await ticketsOf(
    read(),
    orders.map(({ orderId }) => orderId),
  );
  return { supplierId, ticketIds: tickets.map(({ id }) => id) };
}

describe("the day's last place", () => {
  it.each(ROUNDS)("is given to one of two tickets that are dispatched by hand at once (%i)", async () => {
    const { supplierId, ticketIds } = await twoForOnePlace();
    const dispatchers = [staff, await aStaff(world)];
    const both = await Promise.all(
      ticketIds.map(async (ticketId, index) => {
        const { version } = await ticketNow(world, { ticketId });
        const input = { ticketId, supplierId, version, idempotencyKey: newId() };
        return outcome(dispatchers[index] ?? staff, DISPATCH_TICKET, input);
      }),
    );
    expectOneWinner(both, ["SUPPLIER_NOT_ELIGIBLE"]);
    expect(await attemptsOf(read(), ticketIds)).toHaveLength(1);
  });

  it.each(ROUNDS)("is given to one of two tickets that are dispatched by themselves at once (%i)", async () => {
    const { ticketIds } = await twoForOnePlace();
    await Promise.all(ticketIds.map((ticketId) => offerNext(world.server.platform, SYSTEM, { ticketId })));
    expect(await attemptsOf(read(), ticketIds)).toHaveLength(1);
    const states = await Promise.all(ticketIds.map(async (ticketId) => (await ticketNow(world, { ticketId })).state));
    expect(states.sort()).toEqual(["NEEDS_HUMAN", "OFFERED"]);
  });
});

describe("dispatch races", () => {
  it.each(ROUNDS)("two dispatchers at once: one offer (%i)", async () => {
    const { ticketId, suppliers } = await anOpenTicket(2);
    const { version } = await ticketNow(world, { ticketId });
    const input = (index: number) => ({
      ticketId,
      version,
      supplierId: suppliers[index]?.supplierId,
      idempotencyKey: newId(),
    });
    const other = await aStaff(world);
    const both = await Promise.all([
      outcome(staff, DISPATCH_TICKET, input(0)),
      outcome(other, DISPATCH_TICKET, input(1)),
    ]);
    expectOneWinner(both, ["STALE_VERSION"]);
    expect((await attempts(ticketId)).map(({ state }) => state)).toEqual(["OFFERED"]);
  });

  it.each(ROUNDS)("automatic dispatch, four times over, and a dispatcher at once: one offer (%i)", async () => {
    const { ticketId, suppliers } = await anOpenTicket(2);
    const { version } = await ticketNow(world, { ticketId });
    const input = { ticketId, version, supplierId: suppliers[1]?.supplierId, idempotencyKey: newId() };
    const auto = ROUNDS.map(() => offerNext(world.server.platform, SYSTEM, { ticketId }));
    const [code] = await Promise.all([outcome(staff, DISPATCH_TICKET, input), ...auto]);
    expect(["DONE", "STALE_VERSION"]).toContain(code);
    await world.settle();
    expect((await attempts(ticketId)).map(({ state }) => state)).toEqual(["OFFERED"]);
  });

  it.each(ROUNDS)("accepting and withdrawing at once: one wins (%i)", async () => {
    const made = await aTicket(world, { staff });
    const offer = await offerOf(made.supplier.owner, made.ticketId);
    const both = await Promise.all([
      outcome(made.supplier.owner, ACCEPT_OFFER, { ...offer, idempotencyKey: newId() }),
      outcome(staff, WITHDRAW_OFFER, offer),
    ]);
    expectOneWinner(both, lostRace);
    const [attempt] = await attempts(made.ticketId);
    const { state, supplierId } = await ticketNow(world, made);
    expect([attempt?.state, state, supplierId]).toEqual(
      both[0] === "DONE" ? ["ACCEPTED", "ASSIGNED", made.supplier.supplierId] : ["WITHDRAWN", "NEEDS_HUMAN", null],
    );
  });

  it.each(ROUNDS)("accepting while the window ends: accepted in time or expired, never both (%i)", async () => {
    const made = await aTicket(world, { staff });
    const { owner } = made.supplier;
    const offer = { ...(await offerOf(owner, made.ticketId)), idempotencyKey: newId() };
    const attemptId = (await attempts(made.ticketId))[0]?.id ?? "";
    world.clock.advance(30 * MINUTE - 1);
    const accepting = outcome(owner, ACCEPT_OFFER, offer);
    world.clock.advance(1);
    const expiring = expireOffer(world.server.platform, SYSTEM, { attemptId });
    const [code] = await Promise.all([accepting, expiring]);
    const [attempt] = await attempts(made.ticketId);
    expect([code, attempt?.state]).toEqual(code === "DONE" ? ["DONE", "ACCEPTED"] : ["OFFER_ENDED", "EXPIRED"]);
    await world.settle();
    expect((await ticketNow(world, made)).state).toBe(code === "DONE" ? "ASSIGNED" : "NEEDS_HUMAN");
  });

  it.each(ROUNDS)("two members of one supplier answer at once: one answer (%i)", async () => {
    const made = await aTicket(world, { staff });
    const { owner, supplierId } = made.supplier;
    const { actor } = await aMember(world, supplierId, "DISPATCHER");
    const offer = await offerOf(owner, made.ticketId);
    const all = await Promise.all([
      outcome(owner, ACCEPT_OFFER, { ...offer, idempotencyKey: newId() }),
      outcome(actor, ACCEPT_OFFER, { ...offer, idempotencyKey: newId() }),
      outcome(actor, DECLINE_OFFER, { ...offer, reason: "排期已满" }),
    ]);
    expectOneWinner(all, lostRace);
    expect(await attempts(made.ticketId)).toHaveLength(1);
  });

  it("a supplier with an offer of yesterday and one with an offer of today accept at once: today's wins", async () => {
    const { ticketId, suppliers } = await anOpenTicket(2);
    await world.settle();
    const first = (await attempts(ticketId))[0];
    const late = suppliers.find(({ supplierId }) => supplierId === first?.supplierId);
    const present = suppliers.find(({ supplierId }) => supplierId !== first?.supplierId);
    if (!late || !present) throw new Error("Both suppliers are needed.");
    const stale = { ...(await offerOf(late.owner, ticketId)), idempotencyKey: newId() };
    await decline(world, { ticketId, supplier: late } as MadeTicket);
    await world.settle();
    const open = { ...(await offerOf(present.owner, ticketId)), idempotencyKey: newId() };
    const both = await Promise.all([
      outcome(late.owner, ACCEPT_OFFER, stale),
      outcome(present.owner, ACCEPT_OFFER, open),
    ]);
    expect(both).toEqual(["OFFER_ENDED", "DONE"]);
    expect((await ticketNow(world, { ticketId })).supplierId).toBe(present.supplierId);
  });

  it("one click that arrives five times: one acceptance, five equal answers", async () => {
    const made = await aTicket(world, { staff });
    const input = { ...(await offerOf(made.supplier.owner, made.ticketId)), idempotencyKey: newId() };
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => made.supplier.owner.do(ACCEPT_OFFER, input)));
    for (const payload of all) expect(payload).toEqual(all[0]);
  });
});

describe("progress races", () => {
  it.each(ROUNDS)("two workers report the same milestone at once: one report counts (%i)", async () => {
    const made = await aTicket(world, { state: "IN_PROGRESS", staff });
    const { actor } = await aMember(world, made.supplier.supplierId, "WORKER");
    const report = async (by: Actor) => {
      const photoFileIds = [await aPhoto(by)];
      return { ticketId: made.ticketId, milestoneCode: "BEGUN", text: "", photoFileIds, idempotencyKey: newId() };
    };
    const [mine, theirs] = [await report(made.supplier.owner), await report(actor)];
    const both = await Promise.all([
      outcome(made.supplier.owner, POST_PROGRESS, mine),
      outcome(actor, POST_PROGRESS, theirs),
    ]);
    expectOneWinner(both, ["INVALID_STATE"]);
    expect(await reportsOf(read(), [made.ticketId])).toHaveLength(1);
    expect((await ticketNow(world, made)).pendingReports).toBe(1);
  });

  it.each(ROUNDS)("approving and rejecting at once: one decision (%i)", async () => {
    const made = await aTicket(world, { state: "IN_PROGRESS", staff });
    const reportId = await post(made, "BEGUN");
    const other = await aStaff(world);
    const both = await Promise.all([
      outcome(staff, APPROVE_PROGRESS, { reportId, version: 1 }),
      outcome(other, REJECT_PROGRESS, { reportId, version: 1, reason: "照片看不清" }),
    ]);
    expectOneWinner(both, ["STALE_VERSION", "INVALID_STATE"]);
    expect(await ticketNow(world, made)).toMatchObject({ percent: both[0] === "DONE" ? 50 : 0, pendingReports: 0 });
  });

  it.each(ROUNDS)("two milestones approved at once: both count (%i)", async () => {
    const made = await aTicket(world, { state: "IN_PROGRESS", staff });
    const ids = [await post(made, "BEGUN"), await post(made, "DONE")];
    await Promise.all(ids.map((reportId) => staff.do(APPROVE_PROGRESS, { reportId, version: 1 })));
    expect(await ticketNow(world, made)).toMatchObject({ percent: 100, pendingReports: 0 });
  });

  it.each(ROUNDS)("delivering while the last milestone is rejected: never delivered without it (%i)", async () => {
    const made = await aTicket(world, { state: "IN_PROGRESS", staff });
    await post(made, "BEGUN");
    const reportId = await post(made, "DONE");
    const { version } = await ticketNow(world, made);
    const [delivered] = await Promise.all([
      outcome(made.supplier.owner, DELIVER_WORK, { ticketId: made.ticketId, version }),
      outcome(staff, REJECT_PROGRESS, { reportId, version: 1, reason: "未完工" }),
    ]);
    expect(["DONE", "MILESTONES_MISSING"]).toContain(delivered);
    expect((await ticketNow(world, made)).state).toBe(delivered === "DONE" ? "DELIVERED" : "IN_PROGRESS");
  });
});

describe("sign-off races", () => {
  it.each(ROUNDS)("accepting, sending back and the seventh day at once: one of them (%i)", async () => {
    const own = await openWorld();
    const made = await aTicket(own, { state: "PLATFORM_APPROVED" });
    const { version } = await ticketNow(own, made);
    own.clock.advance(7 * DAY);
    const rework = { ticketId: made.ticketId, version, reason: "不满意", photoFileIds: [] };
    const [accepted, returned, timed] = await Promise.all([
      outcome(made.customer, ACCEPT_WORK, { ticketId: made.ticketId, version, idempotencyKey: newId() }),
      outcome(made.customer, REQUEST_REWORK, rework),
      acceptWork(own.server.platform, SYSTEM, { ticketId: made.ticketId }),
    ]);
    const winners = [accepted === "DONE", returned === "DONE", timed !== null].filter(Boolean);
    expect(winners).toHaveLength(1);
    const [posted] = await own.server.platform.database.read.query<{ n: number }>(
      "SELECT COUNT(*) AS n FROM ledger_transactions WHERE kind IN ('REVENUE_EARNED', 'COST_INCURRED')",
    );
    expect(Number(posted?.n)).toBe(returned === "DONE" ? 0 : 2);
    await own.close();
  });

  it.each(ROUNDS)(
    "the last two tickets at once: the order completes once and everything is posted once (%i)",
    async () => {
      const { order, tickets } = await aStagedOrder(world, [1, 1]);
      for (const made of tickets) await bringTo(world, made, "PLATFORM_APPROVED");
      const inputs = await Promise.all(
        tickets.map(async ({ ticketId }) => {
          const { version } = await ticketNow(world, { ticketId });
          return { ticketId, version, idempotencyKey: newId() };
        }),
      );
      expect(await Promise.all(inputs.map((input) => outcome(order.customer, ACCEPT_WORK, input)))).toEqual([
        "DONE",
        "DONE",
      ]);
      const count = async (text: string) =>
        Number((await read().query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${text}`, [order.orderId]))[0]?.n);
      expect(await count("orders WHERE id = ? AND state = 'COMPLETED'")).toBe(1);
      expect(await count("ledger_transactions WHERE orderId = ? AND kind = 'REVENUE_EARNED'")).toBe(2);
      expect(await count("instalments WHERE orderId = ? AND state = 'DUE'")).toBe(1);
      const [done] = await read().query<{ n: number }>(
        "SELECT COUNT(*) AS n FROM facts WHERE stream = ? AND kind = 'OrderCompleted'",
        [`order:${order.orderId}`],
      );
      expect(Number(done?.n)).toBe(1);
    },
  );

  it.each(ROUNDS)("the last two tickets of a stage at once: the next stage opens once (%i)", async () => {
    const { tickets } = await aStagedOrder(world, [1, 1, 2]);
    const [first, second, third] = tickets as [MadeTicket, MadeTicket, MadeTicket];
    for (const made of [first, second]) await bringTo(world, made, "PLATFORM_APPROVED");
    const versions = [(await ticketNow(world, first)).version, (await ticketNow(world, second)).version];
    await Promise.all(
      [first, second].map(({ customer, ticketId }, index) =>
        customer.do(ACCEPT_WORK, { ticketId, version: versions[index], idempotencyKey: newId() }),
      ),
    );
    await world.settle();
    expect((await ticketNow(world, third)).state).toBe("OFFERED");
    expect(await attempts(third.ticketId)).toHaveLength(1);
  });
});
