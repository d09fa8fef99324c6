import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acceptWork } from "../src/fulfilment/accept-work.flow.js";
import { DAY } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import { SYSTEM } from "../src/platform/viewer.js";
import type { Actor, Data } from "./kit/actor.js";
import { aStaff, PLAN, step } from "./kit/makers-catalogue.js";
import {
  ACCEPT_WORK,
  aPhoto,
  approve,
  aStagedOrder,
  aTicket,
  bringTo,
  complete,
  deliver,
  type MadeTicket,
  REQUEST_REWORK,
  sign,
  start,
  ticketNow,
} from "./kit/makers-fulfilment.js";
import { aCustomer, payByTransfer } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

const ORDER = `query($id: ID!) { order(id: $id) { state moneyState completedAt delivery { done total percent }
  nextStep { actor code } availableActions instalments { trigger state dueAt }
  tickets { state acceptedAt reworkCount availableActions } timeline { kind detail photos { id } } } }`;
const SUPPLIER_TICKET =
  "query($id: ID!) { supplierTicket(id: $id) { state reworkCount reworkReason reworkPhotos { id } } }";

let world: World;
let staff: Actor;

beforeAll(async () => {
  world = await openWorld();
  staff = await aStaff(world);
});
afterAll(() => world.close());

const orderOf = async (made: MadeTicket): Promise<Data> =>
  (await made.customer.ask(ORDER, { id: made.order.orderId }))["order"] as Data;
const now = async (made: MadeTicket) => ({
  ticketId: made.ticketId,
  version: (await ticketNow(world, made)).version,
  idempotencyKey: newId(),
});
const completedOf = async ({ supplier }: MadeTicket): Promise<unknown> =>
  (await world.stranger().ask("query($id: ID!) { supplier(id: $id) { completedCount } }", { id: supplier.supplierId }))[
    "supplier"
  ]?.["completedCount"];

/** Debits less credits by account, of one order. */
async function ledgerOf(orderId: string): Promise<Record<string, number>> {
  const rows = await world.server.platform.database.read.query<{ account: string; n: number }>(
    "SELECT account, SUM(debit) - SUM(credit) AS n FROM postings WHERE orderId = ? GROUP BY account",
    [orderId],
  );
  return Object.fromEntries(rows.map(({ account, n }) => [account, Number(n)]));
}

describe("signing off", () => {
  it("earns the price, owes the supplier its pay, completes the order and makes the rest due", async () => {
    const made = await aTicket(world, { state: "PLATFORM_APPROVED", staff });
    expect(await orderOf(made)).toMatchObject({
      nextStep: { actor: "CUSTOMER", code: "ACCEPT_WORK" },
      availableActions: ["ACCEPT", "REQUEST_CHANGE"],
      tickets: [{ availableActions: ["ACCEPT", "REQUEST_REWORK"] }],
    });
    const { ticket, order } = await sign(world, made);
    expect(ticket).toMatchObject({ state: "ACCEPTED" });
    expect(order).toMatchObject({ state: "COMPLETED" });
    expect(await orderOf(made)).toMatchObject({
      delivery: { done: 1, total: 1, percent: 100 },
      instalments: [
        { trigger: "ON_ORDER", state: "PAID" },
        { trigger: "ON_ACCEPTANCE", state: "DUE" },
      ],
      nextStep: { actor: "CUSTOMER", code: "PAY_INSTALMENT" },
      availableActions: ["PAY", "REVIEW"],
    });
    // ¥100 with 6 % tax inside, ¥30 of it paid before; the supplier gets ¥70.
    expect(await ledgerOf(made.order.orderId)).toEqual({
      "1002": 3_000,
      "2203": 0,
      "1122": 7_000,
      "6001": -9_434,
      "2221": -566,
      "6401": 7_000,
      "2202": -7_000,
    });
    expect(await completedOf(made)).toBe(1);
  });

  it("is once: a repeat answers the same and moves no money again", async () => {
    const made = await aTicket(world, { state: "PLATFORM_APPROVED", staff });
    const input = await now(made);
    const first = await made.customer.do(ACCEPT_WORK, input);
    const before = await ledgerOf(made.order.orderId);
    expect(await made.customer.do(ACCEPT_WORK, input)).toEqual(first);
    expect(await made.customer.refusal(ACCEPT_WORK, await now(made))).toBe("INVALID_STATE");
    expect(await ledgerOf(made.order.orderId)).toEqual(before);
    expect(await completedOf(made)).toBe(1);
  });

  it("is the order's customer's alone, of approved work, as last seen", async () => {
    const made = await aTicket(world, { state: "DELIVERED", staff });
    const input = await now(made);
    expect(await made.customer.refusal(ACCEPT_WORK, input)).toBe("INVALID_STATE");
    await approve(world, made);
    expect(await made.customer.refusal(ACCEPT_WORK, { ...input, idempotencyKey: newId() })).toBe("STALE_VERSION");
    const fresh = await now(made);
    const stranger = await aCustomer(world);
    expect(await stranger.refusal(ACCEPT_WORK, fresh)).toBe("NOT_FOUND");
    expect(await stranger.refusal(ACCEPT_WORK, { ...fresh, ticketId: newId() })).toBe("NOT_FOUND");
    for (const actor of [made.supplier.owner, staff]) {
      expect(await actor.error(ACCEPT_WORK, { input: fresh })).toBe("FORBIDDEN");
    }
    expect((await ticketNow(world, made)).state).toBe("PLATFORM_APPROVED");
  });

  it("sets the next stage free when the last ticket of the one before is signed off, not earlier", async () => {
    const { order, tickets } = await aStagedOrder(world, [1, 1, 2]);
    const [first, second, third] = tickets as [MadeTicket, MadeTicket, MadeTicket];
    await bringTo(world, first, "ACCEPTED");
    await world.settle();
    expect((await ticketNow(world, third)).state).toBe("WAITING");
    await bringTo(world, second, "ACCEPTED");
    await world.settle();
    expect((await ticketNow(world, third)).state).toBe("OFFERED");
    expect(await orderOf(first)).toMatchObject({ state: "IN_DELIVERY", delivery: { done: 2, total: 3, percent: 66 } });
    await bringTo(world, third, "ACCEPTED");
    expect(await orderOf(first)).toMatchObject({ state: "COMPLETED", delivery: { done: 3, total: 3, percent: 100 } });
    const { "6001": revenue, "2221": tax, "2202": owed } = await ledgerOf(order.orderId);
    expect((revenue ?? 0) + (tax ?? 0)).toBe(-30_000);
    expect(owed).toBe(-21_000);
  });

  it("leaves the books balanced, whatever was paid when", async () => {
    const { order, tickets } = await aStagedOrder(world, [1, 2]);
    await complete(world, tickets);
    await payByTransfer(world, order);
    const books = await ledgerOf(order.orderId);
    expect(Object.values(books).reduce((sum, balance) => sum + balance, 0)).toBe(0);
    expect(books).toMatchObject({ "1002": 20_000, "1122": 0, "2203": 0 });
    expect(await orderOf(tickets[0] as MadeTicket)).toMatchObject({
      moneyState: "PAID",
      nextStep: { actor: "CUSTOMER", code: "REVIEW_ORDER" },
    });
  });
});

describe("triggers of instalments", () => {
  it("fire when the first work starts, and days after the last sign-off", async () => {
    const plan = [
      { ...PLAN[0], shareBasisPoints: 3_000 },
      step({
        name: "进度款",
        nameEn: "Progress",
        shareBasisPoints: 4_000,
        nature: "PROGRESS",
        trigger: "ON_TICKETS_STARTED",
        gate: false,
      }),
      step({
        name: "质保金",
        nameEn: "Retention",
        shareBasisPoints: 3_000,
        nature: "RETENTION",
        trigger: "AFTER_DAYS",
        afterDays: 30,
        gate: false,
      }),
    ] as typeof PLAN;
    const { tickets } = await aStagedOrder(world, [1, 2], { plan });
    const [first, second] = tickets as [MadeTicket, MadeTicket];
    const states = async () =>
      ((await orderOf(first))["instalments"] as unknown as { state: string }[]).map(({ state }) => state);
    await bringTo(world, first, "ASSIGNED");
    expect(await states()).toEqual(["PAID", "PLANNED", "PLANNED"]);
    await start(world, first);
    expect(await states()).toEqual(["PAID", "DUE", "PLANNED"]);
    await deliver(world, first);
    await approve(world, first);
    await sign(world, first);
    await bringTo(world, second, "ACCEPTED");
    expect(await states()).toEqual(["PAID", "DUE", "PLANNED"]);
    world.clock.advance(30 * DAY);
    await world.settle();
    const { platform } = world.server;
    const [last] = await platform.database.read.query<{ state: string }>(
      "SELECT state FROM instalments WHERE orderId = ? AND seq = 3",
      [first.order.orderId],
    );
    expect(last?.state).toBe("DUE");
  });
});

describe("sending back", () => {
  it("keeps the customer's reason and photos for the supplier, who delivers again", async () => {
    const own = await openWorld();
    const made = await aTicket(own, { state: "PLATFORM_APPROVED" });
    const version = (await ticketNow(own, made)).version;
    const photo = await aPhoto(made.customer, "REWORK");
    const input = { ticketId: made.ticketId, version, reason: "墙角漏刷", photoFileIds: [photo] };
    expect(await made.customer.refusal(REQUEST_REWORK, { ...input, reason: " " })).toBe("REASON_REQUIRED");
    expect(await made.customer.refusal(REQUEST_REWORK, { ...input, photoFileIds: [newId()] })).toBe("NOT_FOUND");
    expect(await made.customer.refusal(REQUEST_REWORK, { ...input, version: 1 })).toBe("STALE_VERSION");
    expect(await (await aCustomer(own)).refusal(REQUEST_REWORK, input)).toBe("NOT_FOUND");
    expect(await made.supplier.owner.error(REQUEST_REWORK, { input })).toBe("FORBIDDEN");
    const { ticket } = await made.customer.do(REQUEST_REWORK, input);
    expect(ticket).toMatchObject({ state: "REWORK", reworkCount: 1 });
    const { supplierTicket } = await made.supplier.owner.ask(SUPPLIER_TICKET, { id: made.ticketId });
    expect(supplierTicket).toMatchObject({ state: "REWORK", reworkReason: "墙角漏刷", reworkPhotos: [{ id: photo }] });
    const { order } = await made.customer.ask(ORDER, { id: made.order.orderId });
    const entries = order?.["timeline"] as unknown as { kind: string; detail: string | null; photos: unknown[] }[];
    expect(entries.at(-1)).toMatchObject({ kind: "REWORK_REQUESTED", detail: "墙角漏刷", photos: [{ id: photo }] });
    await start(own, made);
    await deliver(own, made);
    await approve(own, made);
    await sign(own, made);
    expect((await ticketNow(own, made)).state).toBe("ACCEPTED");
    await own.close();
  });

  it("is refused before approval and after the sign-off", async () => {
    const own = await openWorld();
    const made = await aTicket(own, { state: "DELIVERED" });
    const input = async () => ({
      ticketId: made.ticketId,
      version: (await ticketNow(own, made)).version,
      reason: "不满意",
      photoFileIds: [],
    });
    expect(await made.customer.refusal(REQUEST_REWORK, await input())).toBe("INVALID_STATE");
    await approve(own, made);
    await sign(own, made);
    expect(await made.customer.refusal(REQUEST_REWORK, await input())).toBe("INVALID_STATE");
    await own.close();
  });
});

describe("without an answer", () => {
  it("approved work counts as accepted after seven days, not earlier", async () => {
    const own = await openWorld();
    const made = await aTicket(own, { state: "PLATFORM_APPROVED" });
    own.clock.advance(7 * DAY - 1);
    await own.settle();
    expect((await ticketNow(own, made)).state).toBe("PLATFORM_APPROVED");
    own.clock.advance(1);
    await own.settle();
    expect((await ticketNow(own, made)).state).toBe("ACCEPTED");
    const { order } = await made.customer.ask(ORDER, { id: made.order.orderId });
    expect(order).toMatchObject({ state: "COMPLETED" });
    await acceptWork(own.server.platform, SYSTEM, { ticketId: made.ticketId });
    const [posted] = await own.server.platform.database.read.query<{ n: number }>(
      "SELECT COUNT(*) AS n FROM ledger_transactions WHERE kind = 'REVENUE_EARNED'",
    );
    expect(Number(posted?.n)).toBe(1);
    await own.close();
  });

  it("work that was sent back does not; its seven days begin anew with the next approval", async () => {
    const own = await openWorld();
    const made = await aTicket(own, { state: "REWORK" });
    own.clock.advance(3 * DAY);
    await start(own, made);
    await deliver(own, made);
    const chief = { ...made, staff: await aStaff(own) };
    await approve(own, chief);
    own.clock.advance(4 * DAY);
    await own.settle();
    expect((await ticketNow(own, made)).state).toBe("PLATFORM_APPROVED");
    own.clock.advance(3 * DAY);
    await own.settle();
    expect((await ticketNow(own, made)).state).toBe("ACCEPTED");
    await own.close();
  });
});
